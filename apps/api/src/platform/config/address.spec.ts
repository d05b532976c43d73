import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addressProblem, parseAddress } from './address.ts';

type Row = [address: string, user: string, password: string, host: string, port: number, database: string];
const table = JSON.parse(
  readFileSync(join(__dirname, '../../../../../tools/database-addresses.json'), 'utf8'),
) as { good: Row[]; bad: [string, string][] };

test.each(table.good)('%s is taken apart', (address, user, password, host, port, database) => {
  expect(parseAddress(address)).toMatchObject({ user, password, host, port, database });
});

test.each(table.bad)('%s is refused with “%s”', (address, words) => {
  const problem = addressProblem(address) ?? '';
  expect(problem).toMatch(/^must /);
  expect(problem).toContain(words);
  expect(problem).not.toMatch(/off|p#w|p\/w/);
});

test('whatever the fields hold, every form of the address gives them back', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((one) => one.isWellFormed());
  const fields = fc.record({
    user: text,
    password: text,
    database: text,
    port: fc.integer({ min: 1, max: 65535 }),
  });
  fc.assert(
    fc.property(fields, ({ user, password, database, port }) => {
      const [u, p, d] = [user, password, database].map(encodeURIComponent);
      for (const address of [
        `postgres://${u}:${p}@db.example.com:${port}/${d}`,
        `postgres://db.example.com:${port}/${d}?user=${u}&password=${p}`,
        `postgres://?host=db.example.com&port=${port}&dbname=${d}&user=${u}&password=${p}`,
        `postgres://${u}@db.example.com/${d}?password=${p}&port=${port}`,
      ]) {
        expect(parseAddress(address)).toMatchObject({
          host: 'db.example.com',
          user,
          password,
          database,
          port,
        });
      }
    }),
  );
});

describe('TLS', () => {
  const tlsOf = (search: string) => parseAddress(`postgres://a:b@db.example.com/jobs${search}`).tls;
  test.each(['', '?sslmode=disable', '?ssl=false', '?ssl=0'])('“%s” asks for none', (search) => {
    expect(tlsOf(search)).toBe(false);
  });
  test.each([
    '?sslmode=require',
    '?sslmode=verify-full',
    '?ssl=true',
    '?sslmode=prefer',
    '?sslrootcert=system',
  ])('“%s” asks for a certificate that is checked', (search) => expect(tlsOf(search)).toEqual({}));
  test.each(['?sslmode=no-verify', '?ssl=no-verify', '?sslmode=require&uselibpqcompat=true'])(
    '“%s” takes any certificate',
    (search) => expect(tlsOf(search)).toEqual({ rejectUnauthorized: false }),
  );
  test('a certificate of the provider’s own is read; one that is not there is told by name', () => {
    expect(tlsOf(`?sslrootcert=${encodeURIComponent(__filename)}`)).toMatchObject({
      ca: readFileSync(__filename, 'utf8'),
    });
    expect(() => tlsOf('?sslmode=verify-ca&sslrootcert=/nowhere/ca.pem')).toThrow(
      'sslrootcert that can be read (/nowhere/ca.pem: ENOENT)',
    );
  });
  test('a socket on this machine needs none', () => {
    expect(parseAddress('postgres:///jobs?host=/run&sslmode=require').tls).toBe(false);
  });
});
