import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { refusalOf } from './problem.mjs';

test('what the disk refuses is said in words, with the file and what to do', () => {
  const folder = fs.mkdtempSync(join(tmpdir(), 'gonggo-problem-'));
  const path = join(folder, 'postgres-password');
  fs.writeFileSync(path, '');
  const said = refusalOf({ code: 'EACCES', path });
  assert.ok(said.startsWith(`${path} belongs to user ${fs.statSync(path).uid},`), said);
  assert.ok(said.includes(userInfo().username) && said.includes('DATA_DIR'), said);
  assert.match(refusalOf({ code: 'EPERM', path: join(folder, 'gone') }), /directory of another user/);
  assert.match(refusalOf({ code: 'EROFS', path }), /can't be written/);
  assert.match(refusalOf({ code: 'ENOSPC', path }), /no room left/);
  fs.rmSync(folder, { recursive: true });
});

test('an error of a program keeps its stack', () => {
  assert.equal(refusalOf(new TypeError('x is no function')), undefined);
  assert.equal(refusalOf({ code: 'ENOENT', path: '/nowhere' }), undefined);
  assert.equal(refusalOf({ code: 'EACCES', syscall: 'listen' }), undefined);
});
