import { expect, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { isSite, visitorAddress } from './visitor.ts';

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
