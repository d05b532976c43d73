import { expect, test } from '@jest/globals';
import { readConfig } from './config.ts';

const DATABASE_URL = 'postgres://me:secret@localhost:5432/gonggo';

test('everything but the database has a default', () => {
  expect(readConfig({ DATABASE_URL })).toMatchObject({
    host: '127.0.0.1',
    apiPort: 4000,
    siteUrl: 'http://localhost:3000',
    databaseReadUrl: null,
    ownerEmail: 'owner@gonggo.example',
    ownerPassword: null,
    demo: false,
    imageStore: 'postgres',
    trustedProxies: [],
    siteSecret: null,
    production: false,
  });
});

test('the site follows its port, and an empty setting is none', () => {
  expect(readConfig({ DATABASE_URL, PORT: '8080', SITE_URL: ' ' }).siteUrl).toBe('http://localhost:8080');
  expect(readConfig({ DATABASE_URL, SITE_URL: 'https://careers.example/' }).siteUrl).toBe(
    'https://careers.example',
  );
});

test('every wrong setting is named in one message, and no secret is repeated', () => {
  const wrong = {
    API_PORT: '70000',
    SITE_URL: 'careers.example',
    DATABASE_URL: 'mysql://me:dont-tell@host/db',
    OWNER_EMAIL: 'nobody',
    OWNER_PASSWORD: 'short',
    DEMO: 'perhaps',
    IMAGE_STORE: 's3',
    TRUSTED_PROXIES: '10.0.0.0/8, everybody',
    SITE_SECRET: 'too-short',
  };
  const message = (() => {
    try {
      readConfig(wrong);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  })();
  for (const name of Object.keys(wrong)) expect(message).toContain(`${name} must`);
  for (const secret of ['dont-tell', 'short,', '"too-short"']) expect(message).not.toContain(secret);
});

test('without a database there is no start', () => {
  expect(() => readConfig({})).toThrow('DATABASE_URL is missing');
});

test('proxies are addresses or ranges', () => {
  expect(readConfig({ DATABASE_URL, TRUSTED_PROXIES: '10.0.0.1, fd00::/8' }).trustedProxies).toEqual([
    '10.0.0.1',
    'fd00::/8',
  ]);
  for (const TRUSTED_PROXIES of ['1', 'true', '10.0.0.0/33', 'proxy.example', '::1/200', '10.0.0.1/8/8']) {
    expect(() => readConfig({ DATABASE_URL, TRUSTED_PROXIES })).toThrow('TRUSTED_PROXIES');
  }
});
