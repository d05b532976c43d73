import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyEnvironments } from './environments.mjs';

const settings = {
  host: '127.0.0.1',
  port: 3000,
  apiPort: 3001,
  siteUrl: 'http://localhost:3000',
  dataDir: '/data',
  databaseUrl: 'postgres://owner@127.0.0.1/gonggo',
};
const given = {
  PATH: '/bin',
  CACHE_MB: '8',
  DATABASE_URL: settings.databaseUrl,
  DATABASE_READ_URL: 'postgres://replica/gonggo',
  OWNER_PASSWORD: 'first of all',
  SECRET_KEY: 'what seals second factors',
  ROLES_SECRET: 'r'.repeat(32),
};

test('no process is told a secret that it does not need', () => {
  const { site, api, cli } = readyEnvironments(given, settings);
  const secrets = (env) =>
    ['DATABASE_URL', 'DATABASE_READ_URL', 'OWNER_PASSWORD', 'ROLES_SECRET', 'SECRET_KEY'].filter(
      (name) => name in env,
    );
  assert.deepEqual(secrets(site), []);
  assert.deepEqual(secrets(api), ['DATABASE_URL', 'DATABASE_READ_URL', 'ROLES_SECRET', 'SECRET_KEY']);
  assert.deepEqual(secrets(cli), [
    'DATABASE_URL',
    'DATABASE_READ_URL',
    'OWNER_PASSWORD',
    'ROLES_SECRET',
    'SECRET_KEY',
  ]);
  assert.equal(site.SITE_SECRET, api.SITE_SECRET);
  assert.equal(site.CACHE_MB, '8');
});

test('what was not given is not told either', () => {
  const { api, cli } = readyEnvironments({ PATH: '/bin' }, settings);
  assert.equal('DATABASE_READ_URL' in api || 'OWNER_PASSWORD' in cli, false);
  assert.equal(api.DATABASE_URL, settings.databaseUrl);
});
