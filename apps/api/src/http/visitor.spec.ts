import { expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { isSite, networkOf, networksOf, visitorAddress } from './visitor.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test('an IPv6 address counts with the wider networks its holder may have, an IPv4 address alone', () => {
  expect(networksOf('2001:db8:1:2345::6')).toEqual({
    narrow: '2001:db8:1:2345::/64',
    wider: ['2001:db8:1:2300::/56', '2001:db8:1::/48'],
  });
  expect(networksOf('::ffff:192.0.2.7')).toEqual({ narrow: '192.0.2.7', wider: [] });
});

test('only who knows the secret names the visitor', () => {
  const siteSecret = 'a secret that only the site knows';
  const ask = (headers: Record<string, string>, secret: string | null = siteSecret) =>
    visitorAddress({ ip: '127.0.0.1', headers } as unknown as FastifyRequest, { siteSecret: secret });
  const told = { 'x-gonggo-visitor': '192.0.2.7', 'x-gonggo-secret': siteSecret };
  expect(ask(told)).toBe('192.0.2.7');
  expect(ask({ ...told, 'x-gonggo-secret': `${siteSecret} ` })).toBe('127.0.0.1');
  expect(ask({ ...told, 'x-gonggo-secret': '' })).toBe('127.0.0.1');
  expect(ask({ 'x-gonggo-visitor': '192.0.2.7' })).toBe('127.0.0.1');
  expect(ask({ ...told, 'x-gonggo-visitor': 'not an address' })).toBe('127.0.0.1');
  expect(ask({ ...told, 'x-gonggo-secret': '' }, null)).toBe('127.0.0.1');
});

test('the site asks for itself where it names no visitor', () => {
  const siteSecret = 'a secret that only the site knows';
  const secret = { 'x-gonggo-secret': siteSecret };
  expect(isSite(secret, { siteSecret })).toBe(true);
  expect(isSite({ ...secret, 'x-gonggo-visitor': '192.0.2.7' }, { siteSecret })).toBe(false);
  expect(isSite({ ...secret, 'x-gonggo-visitor': '' }, { siteSecret })).toBe(false);
  expect(isSite({ 'x-gonggo-secret': 'guessed' }, { siteSecret })).toBe(false);
  expect(isSite({}, { siteSecret })).toBe(false);
  expect(isSite({ 'x-gonggo-secret': '' }, { siteSecret: null })).toBe(false);
});
