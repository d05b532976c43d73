import { expect, test } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { readConfig } from './config.ts';
import { stripForwarding, visitorAddress } from './visitor.ts';

const from = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;
const proxies = (list: string) => readConfig({ TRUSTED_PROXIES: list }).trustedProxies;

test('a visitor who names another address is believed only behind a proxy we trust', () => {
  expect(visitorAddress(from('203.0.113.9', '198.51.100.1'), proxies(''))).toBe('203.0.113.9');
  expect(visitorAddress(from('203.0.113.9', '198.51.100.1'), proxies('10.0.0.0/8'))).toBe('203.0.113.9');
  expect(visitorAddress(from('10.1.2.3', '198.51.100.1'), proxies('10.0.0.0/8'))).toBe('198.51.100.1');
});

test('of a chain the nearest hop that is no proxy counts, whatever the visitor wrote before it', () => {
  const chain = '1.1.1.1, 198.51.100.1, 10.0.0.2';
  expect(visitorAddress(from('::ffff:10.1.2.3', chain), proxies('10.0.0.0/8, fd00::/8'))).toBe(
    '198.51.100.1',
  );
  expect(visitorAddress(from('10.1.2.3', 'rubbish'), proxies('10.0.0.0/8'))).toBe('10.1.2.3');
});

test('a list of proxies that is none is refused at the start', () => {
  expect(() => proxies('10.0.0.0/8, anywhere')).toThrow('anywhere');
  for (const range of ['10.0.0.0/99', '10.0.0.0/', '10.0.0.0/8/8', '10.0.0.0/x'])
    expect(() => proxies(range)).toThrow(range);
});

test('headers of proxies and of the framework are taken away', () => {
  const headers = {
    'x-forwarded-for': 'a',
    'x-forwarded-host': 'b',
    forwarded: 'c',
    'x-real-ip': 'd',
    'x-gonggo-secret': 'e',
    'x-middleware-subrequest': 'f',
    accept: 'kept',
  };
  stripForwarding(headers);
  expect(headers).toEqual({ accept: 'kept' });
});
