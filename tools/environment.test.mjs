import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ownEnvironment, readEnvFile } from './environment.mjs';
import { Problem } from './problem.mjs';

let folder;
before(() => (folder = fs.mkdtempSync(join(tmpdir(), 'gonggo-env-'))));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

const read = (bytes) => {
  const file = join(folder, '.env');
  fs.writeFileSync(file, bytes);
  return readEnvFile(file);
};
const refusal = (bytes) => {
  try {
    return assert.fail(`read as ${JSON.stringify(read(bytes))}`);
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
};

test('a byte order mark is no part of the first name, whatever ends the lines', () => {
  for (const end of ['\n', '\r\n', '\r'])
    assert.deepEqual(read(['\ufeffHOST=::1', '# words', '', ' PORT = 3100 # ours', ''].join(end)), {
      HOST: '::1',
      PORT: '3100',
    });
});

test('what a value may look like', () => {
  const lines = [`A='it # stays' # words`, 'B="안녕"', 'export C=a=b', 'D=', 'E=`x`', 'F=a # words'];
  assert.deepEqual(read(lines.join('\n')), { A: 'it # stays', B: '안녕', C: 'a=b', D: '', E: 'x', F: 'a' });
});

test('no file is no settings', () => assert.deepEqual(readEnvFile(join(folder, 'none')), {}));

/** Each would silently be none, or another value than it looks. */
const wrong = [
  ['PORT 3000', 'line 1'],
  ['A=1\nPORT: 3000', 'line 2'],
  ['=3000', 'line 1'],
  ['A B=3', 'line 1'],
  ['# one\nSITE_URL="https://x.example\nPORT=1', 'line 2: the quote around the value of SITE_URL'],
  [`HOST='::1' and more`, 'line 1: something follows the closing quote of HOST'],
  ['OWNER_PASSWORD=open#sesame', 'line 1: the value of OWNER_PASSWORD holds a #'],
  ['OWNER_PASSWORD=#sesame', 'line 1: the value of OWNER_PASSWORD holds a #'],
  ['A=1\nB=2\0', 'line 2'],
  [
    Buffer.concat([Buffer.from('A=1\nB='), Buffer.from([0xb0, 0xf8]), Buffer.from('\n')]),
    'line 2, is not UTF-8',
  ],
  [Buffer.from('\ufeffA=1', 'utf16le'), 'UTF-16'],
];
for (const [bytes, said] of wrong)
  test(`${JSON.stringify(String(bytes))} is refused by its line`, () => {
    const message = refusal(bytes);
    assert.ok(message.includes(said), message);
    assert.ok(message.includes('.env'));
    assert.doesNotMatch(message, /sesame/);
  });

test('a directory in its place is refused in words', () => {
  assert.throws(() => readEnvFile(folder), Problem);
});

test('what steers the database clients and the proxies of a shell does not reach ours', () => {
  const foreign = ['PGHOST', 'PGSSLMODE', 'PGOPTIONS', 'PGSERVICE', 'PGSSLROOTCERT', 'NODE_PG_FORCE_NATIVE'];
  const proxies = ['HTTP_PROXY', 'https_proxy', 'ALL_PROXY', 'no_proxy', 'NODE_USE_ENV_PROXY'];
  const kept = { PATH: '/bin', PAGER: 'less', TRUSTED_PROXIES: '10.0.0.1', PORT: '1', LANG: 'C' };
  const given = { ...Object.fromEntries([...foreign, ...proxies].map((name) => [name, 'x'])), ...kept };
  assert.deepEqual(ownEnvironment(given), kept);
});
