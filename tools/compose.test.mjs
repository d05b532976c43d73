import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './settings.mjs';

const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
/** The text of each service, by name. */
const services = Object.fromEntries(
  text
    .slice(text.indexOf('\nservices:'), text.indexOf('\nvolumes:'))
    .split(/\n(?= {2}[a-z]+:\n)/)
    .slice(1)
    .map((part) => [/^ {2}([a-z]+):/.exec(part)[1], part]),
);
const lasting = ['database', 'api', 'site'];

test('every container is confined, and has a limit of memory', () => {
  assert.deepEqual(Object.keys(services), ['secrets', 'database', 'prepare', 'api', 'site']);
  const confined = /x-gonggo-confined: &confined\n((?: {2}.*\n)+)/.exec(text)[1];
  for (const line of ['read_only: true', 'cap_drop: [ALL]', 'no-new-privileges:true', 'pids_limit:'])
    assert.ok(confined.includes(line), line);
  for (const [name, part] of Object.entries(services)) {
    assert.match(part, /<<: \*confined/, name);
    assert.match(part, /mem_limit: /, name);
  }
  for (const name of ['prepare', 'api', 'site']) assert.match(services[name], /--max-old-space-size=/);
});

test('what goes on is asked for its health', () => {
  for (const name of lasting) assert.match(services[name], /\n {4}healthcheck:\n/, name);
});

test('no password stands in the file, and each secret goes to those who need it', () => {
  assert.doesNotMatch(text, /PASSWORD:-[^}]/);
  assert.doesNotMatch(text, /postgres:\/\/[^:@\s"]+:(?!\$\$password@)[^@\s"]*@/);
  const volumes = (name) =>
    [...services[name].matchAll(/- (owner|roles|site):/g)].map(([, volume]) => volume);
  assert.deepEqual(volumes('database'), ['owner']);
  assert.deepEqual(volumes('prepare'), ['owner', 'roles']);
  assert.deepEqual(volumes('api'), ['roles', 'site']);
  assert.deepEqual(volumes('site'), ['site']);
  assert.match(services.api, /DATABASE_URL: postgres:\/\/database:5432\/gonggo /);
  assert.doesNotMatch(services.site, /DATABASE/);
});

test('every setting that is described reaches a container', () => {
  const described = readFileSync(join(root, '.env.example'), 'utf8');
  const names = new Set([...described.matchAll(/^# ?([A-Z_]+)=/gm)].map(([, name]) => name));
  // The database is one of the containers, and its volume holds the data; the roles' secret is made there.
  for (const own of ['DATABASE_URL', 'DATA_DIR', 'ROLES_SECRET']) names.delete(own);
  for (const name of names) assert.ok(text.includes(`\${${name}:-`), `${name} goes nowhere`);
});
