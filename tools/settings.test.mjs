import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from './problem.mjs';
import { readSettings } from './settings.mjs';

/** Every one of these is refused by the API as well, in apps/api/src/platform/config/config.ts: minutes later. */
const wrong = [
  ['PORT', '0'],
  ['API_PORT', 'http'],
  ['HOST', 'two words'],
  ['SITE_URL', 'careers.example.com'],
  ['SITE_URL', 'https://example.com/careers'],
  ['SITE_URL', 'https://example.com/?from=mail'],
  ['DATABASE_URL', 'mysql://localhost/gonggo'],
  ['DATABASE_URL', 'postgres://localhost'],
  ['DATABASE_READ_URL', 'postgres://localhost/'],
  ['DATABASE_URL', 'postgres://gonggo:half%@localhost/gonggo'],
  ['DATABASE_URL', 'postgres://gonggo:50%off@localhost/gonggo'],
  ['DATABASE_URL', 'postgres://gonggo:%ff@localhost/gonggo'],
  ['DATABASE_URL', 'postgres://gonggo:a/b@localhost/gonggo'],
  ['DATABASE_POOL', '0'],
  ['DATABASE_READ_POOL', 'many'],
  ['DEMO', 'perhaps'],
  ['OWNER_EMAIL', 'owner'],
  ['OWNER_PASSWORD', 'short'],
  ['OWNER_PASSWORD', 'x'.repeat(201)],
  ['IMAGE_STORE', 'tape'],
  ['TRUSTED_PROXIES', '10.0.0.0/'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['TRUSTED_PROXIES', '10.0.0.0/8/8'],
  ['TRUSTED_PROXIES', 'proxy'],
  ['ROLES_SECRET', 'short'],
  ['SECURITY_CONTACT', 'ask at the door'],
  ['SECURITY_CONTACT', 'http://example.com'],
  ['CACHE_MB', '-1'],
  ['CACHE_MB', 'much'],
  ['PAGE_CACHE_MB', '64 MiB'],
];
for (const [name, value] of wrong) {
  test(`${name}=${value.slice(0, 40)} is refused by name before anything is started`, () => {
    assert.throws(
      () => readSettings({ [name]: value }),
      (error) => error instanceof Problem && error.message.includes(`- ${name} `),
    );
  });
}

test('a password never shows in a message', () => {
  for (const name of ['DATABASE_URL', 'DATABASE_READ_URL'])
    for (const address of [
      'postgres://gonggo:secret@localhost',
      'postgres://gonggo:secret%@localhost/gonggo',
    ])
      assert.throws(
        () => readSettings({ [name]: address }),
        (error) => !error.message.includes('secret') && error.message.includes('% as %25'),
      );
});

test('a data directory in which the programs of PostgreSQL cannot work is refused, unless they are not needed', () => {
  for (const path of ['/srv/a$b', '/srv/`a`', '/srv/"a"', '/srv/a\\b'])
    assert.throws(() => readSettings({ DATA_DIR: path }), /DATA_DIR is \/srv.*move the checkout/);
  readSettings({ DATA_DIR: '/srv/a b (c) 공고' });
  readSettings({ DATA_DIR: '/srv/a$b', DATABASE_URL: 'postgres://u:p@h/d' });
});

test('good settings pass', () => {
  const settings = readSettings({
    SITE_URL: 'https://careers.example.com/',
    DATABASE_URL: 'postgresql://gonggo:secret@db.example.com/gonggo',
    TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8 192.0.2.1',
    CACHE_MB: '0',
  });
  assert.equal(settings.port, 3000);
  assert.equal(settings.siteUrl, 'https://careers.example.com/');
});
