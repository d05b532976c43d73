import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { root } from './settings.mjs';

/** Each source file with the files it imports for their values; types are erased and close no circle at run time. */
function imports(folder) {
  const graph = new Map();
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.spec)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) {
    const statements = readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s+(?!type\s)(?:([^'";]*?)\sfrom\s+)?'(\.[^']+)'/gm,
    );
    const targets = [...statements]
      .filter(([, names]) => !/^\{(\s*type\s[^,}]+,?)+\s*\}$/.test(names ?? ''))
      .map(([, , path]) => resolve(dirname(file), path))
      .filter((path) => existsSync(path));
    graph.set(
      relative(root, file),
      targets.map((path) => relative(root, path)),
    );
  }
  return graph;
}

/** The first circle found, as the list of its members. */
function circle(graph) {
  const done = new Set();
  const walk = (at, path) => {
    if (path.includes(at)) return [...path.slice(path.indexOf(at)), at];
    if (done.has(at)) return undefined;
    for (const next of graph.get(at) ?? []) {
      const found = walk(next, [...path, at]);
      if (found) return found;
    }
    done.add(at);
    return undefined;
  };
  for (const start of graph.keys()) {
    const found = walk(start, []);
    if (found) return found;
  }
  return undefined;
}

test('a circle is found, and types close none', () => {
  assert.deepEqual(
    circle(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['b']],
      ]),
    ),
    ['b', 'c', 'b'],
  );
  assert.equal(
    circle(
      new Map([
        ['a', ['b', 'c']],
        ['b', ['c']],
        ['c', []],
      ]),
    ),
    undefined,
  );
});

const sources = [
  'apps/api/src',
  'apps/web/src',
  'apps/web/server',
  'libs/content/src',
  'libs/contract/src',
  'libs/reply-store/src',
  'libs/ui/src',
];
for (const folder of sources.filter((each) => existsSync(join(root, each)))) {
  test(`no file of ${folder} imports itself in a circle`, () => {
    assert.equal(circle(imports(folder))?.join(' → '), undefined);
  });
}

test('the API’s subjects call in one direction', () => {
  const subject = (file) => /^apps\/api\/src\/([^/]+)\//.exec(file)?.[1];
  const subjects = new Map();
  for (const [file, targets] of imports('apps/api/src')) {
    const from = subject(file);
    if (!from) continue;
    const others = targets.map(subject).filter((to) => to && to !== from);
    subjects.set(from, new Set([...(subjects.get(from) ?? []), ...others]));
  }
  assert.equal(circle(subjects)?.join(' → '), undefined);
});
