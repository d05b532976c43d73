import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { fail, Problem, refusalOf } from './problem.mjs';
import { run } from './processes.mjs';
import { step } from './progress.mjs';
import { names, root } from './settings.mjs';

const everything = {
  name: 'all',
  sources: ['apps', 'libs'],
  results: ['apps/api/dist/main.js', 'apps/web/dist-server/main.js', 'apps/web/.next/BUILD_ID'],
};
const api = { name: 'api', sources: ['apps/api', 'libs'], results: ['apps/api/dist/cli.js'] };
const shared = ['package-lock.json', 'nx.json', 'tsconfig.base.json', '.swcrc'];
const generated = [
  'node_modules',
  'dist',
  'dist-server',
  '.next',
  'test',
  'e2e',
  'test-results',
  'playwright-report',
];

/**
 * Builds what changed. Nx would find out, too, but takes seconds to say that nothing did; so the sources are hashed
 * here first, and the results' times tell whether somebody else has built since. In a checkout that can't be written,
 * what was built there is used as it is.
 */
export async function build({ only } = {}) {
  const what = only === 'api' ? api : everything;
  if (isBuilt(what) || isBuilt(everything)) return;
  const missing = () => what.results.filter((path) => !fs.existsSync(join(root, path)));
  if (!isWritable(root)) {
    if (!missing().length) return;
    throw new Problem(`${root} is not built, and this user may not write there. Run: npm run build`);
  }
  const theirs = ['.nx', ...what.results.map((path) => join(path, '..'))]
    .map((path) => join(root, path))
    .find((path) => fs.existsSync(path) && !isWritable(path));
  if (theirs) throw new Problem(refusalOf({ code: 'EACCES', path: theirs }));

  fs.rmSync(markerOf(what), { force: true });
  await step('Building', (onLine) => nx('build', { onLine, only }));
  if (missing().length) throw new Problem(`The build did not make ${missing().join(', ')}.`);
  fs.mkdirSync(join(root, '.nx'), { recursive: true });
  fs.writeFileSync(markerOf(what), stampOf(what));
}

const markerOf = ({ name }) => join(root, `.nx/built-${name}`);
const stampOf = ({ sources, results }) => `${fingerprint(sources)} ${results.map(modified).join(' ')}`;
const isBuilt = (what) =>
  fs.existsSync(markerOf(what)) && fs.readFileSync(markerOf(what), 'utf8') === stampOf(what);

function isWritable(path) {
  try {
    fs.accessSync(path, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs one target of all projects (or of one and what it needs) from Nx's cache where nothing changed. */
export function nx(target, { only, onLine } = {}) {
  // A build knows no settings: what it made must fit every start.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.includes(name)));
  const args = ['run-many', '-t', target, '--output-style=static', ...(only ? ['-p', only] : [])];
  return run(`The ${target}`, join(root, 'node_modules/.bin/nx'), args, {
    env: {
      ...env,
      NX_DAEMON: 'false',
      NX_TUI: 'false',
      NEXT_TELEMETRY_DISABLED: '1',
      ...(!process.stdout.isTTY && { FORCE_COLOR: '0', NO_COLOR: '1' }),
    },
    onLine,
  });
}

function fingerprint(folders) {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(path)
      .update('\0')
      .update(fs.readFileSync(join(root, path)))
      .update('\0');
  const walk = (folder) => {
    for (const entry of fs.readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (generated.includes(entry.name) || /\.spec\.tsx?$|^next-env\.d\.ts$|\.tsbuildinfo$/.test(entry.name))
        continue;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) add(path);
    }
  };
  shared.forEach(add);
  folders.forEach(walk);
  return hash.digest('hex');
}

const modified = (path) => fs.statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 'missing';

if (process.argv[1] === import.meta.filename) build().catch(fail);
