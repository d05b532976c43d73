import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { names, root } from './settings.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const { packages } = JSON.parse(read('package-lock.json'));

test('every optional dependency has its own entry, or the next npm ci fails on another platform', () => {
  const missing = [];
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      // npm looks beside the package, then in each folder above.
      const parts = path
        .split('/node_modules/')
        .map((_, at, all) => all.slice(0, at + 1).join('/node_modules/'));
      const places = [...parts.map((part) => `${part}/node_modules/${name}`), `node_modules/${name}`];
      if (!places.some((place) => place in packages)) missing.push(`${name} (of ${path})`);
    }
  }
  assert.deepEqual(missing, []);
});

test('the lock file names no registry host', () => {
  const hosts = Object.entries(packages).filter(([, { resolved, link }]) => resolved && !link);
  assert.deepEqual(
    hosts.map(([path, { resolved }]) => `${path}: ${resolved}`),
    [],
  );
});

test('versions are exact', () => {
  const loose = Object.keys(packages)
    .filter((path) => path === '' || /^(apps|libs)\//.test(path))
    .flatMap((path) => Object.entries({ ...packages[path].dependencies, ...packages[path].devDependencies }))
    .filter(([name, version]) => !name.startsWith('@gonggo/') && !/^\d+\.\d+\.\d+/.test(version));
  assert.deepEqual(loose, []);
});

test('no dependency may run a script of its own at installation', () => {
  const { allowScripts } = JSON.parse(read('package.json'));
  const uncovered = Object.entries(packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length))
    .filter((name) => allowScripts[name] !== false);
  assert.deepEqual(uncovered, []);
});

test('.env.example documents every setting, and sets none', () => {
  const text = read('.env.example');
  for (const name of names) assert.match(text, new RegExp(`^# ?${name}=`, 'm'));
  assert.deepEqual(
    text.split('\n').filter((line) => line && !line.startsWith('#')),
    [],
  );
});

test('continuous integration runs what developers run', () => {
  assert.match(read('.ci/run'), /^npm test/m);
  const { scripts } = JSON.parse(read('package.json'));
  for (const [name, command] of Object.entries(scripts)) {
    const [, file] = /^node (\S+)/.exec(command) ?? [];
    if (file && name !== 'bench') assert.ok(existsSync(join(root, file)), `npm run ${name} runs ${file}`);
  }
});
