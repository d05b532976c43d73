import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { keptSecretKey } from './secret-key.mjs';

test('the key is made once, stays, and only its owner may read it', (t) => {
  const folder = fs.mkdtempSync(join(tmpdir(), 'gonggo-key-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  const dataDir = join(folder, 'data');

  const key = keptSecretKey(dataDir);

  assert.ok(key.length >= 32);
  assert.equal(keptSecretKey(dataDir), key);
  assert.equal(fs.statSync(join(dataDir, 'secret-key')).mode & 0o777, 0o600);
});
