// The files of a database cluster.
import { execFileSync, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.mjs';
import { environment, identity, isRoot, nobody } from './places.mjs';

export const USER = 'gonggo';
export const DATABASE = 'gonggo';

export function createCluster(native, cluster, password, forTests) {
  // Made under another name first: a cluster that was interrupted half-way must not look finished.
  const unfinished = `${cluster}.${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  fs.mkdirSync(unfinished, { mode: 0o700 });
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (isRoot()) {
    const { uid, gid } = nobody();
    fs.chownSync(unfinished, uid, gid);
    fs.chownSync(passwordFile, uid, gid);
  }

  // pg_trgm finds nothing in Korean under the plain C locale, and says nothing about it.
  const locale =
    process.platform === 'darwin'
      ? ['--locale=en_US.UTF-8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale=C.UTF-8'];
  const run = (program, args, input) => {
    const { status, error, stdout, stderr } = spawnSync(join(native, 'bin', program), args, {
      ...identity(unfinished),
      cwd: unfinished,
      env: environment(),
      input,
      encoding: 'utf8',
    });
    if (error || status !== 0) {
      throw new Problem(`PostgreSQL's ${program} failed:\n${error?.message ?? stdout + stderr}`);
    }
  };
  try {
    run('initdb', [
      ...['-D', unfinished, '-U', USER, '-E', 'UTF8', ...locale],
      ...['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions'],
      ...(forTests ? ['--no-sync'] : []),
    ]);
    run('postgres', ['--single', '-D', unfinished, 'postgres'], `CREATE DATABASE ${DATABASE}\n`);
    fs.renameSync(unfinished, cluster);
  } catch (error) {
    // Another process was first.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(unfinished, { recursive: true, force: true });
    fs.rmSync(passwordFile, { force: true });
  }
}

export function refuseOtherVersion(native, cluster) {
  const made = fs.readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const version = execFileSync(join(native, 'bin/postgres'), ['--version'], {
    encoding: 'utf8',
    env: environment(),
  });
  const [, major] = /(\d+)/.exec(version);
  if (made === major) return;
  throw new Problem(
    [
      `The database in ${cluster} was made by PostgreSQL ${made}; this release of Gonggo brings PostgreSQL ${major}, which cannot open it. Nothing was changed.`,
      `To take the data along: run PostgreSQL ${made} on that directory, write a dump with pg_dump, move the directory away, start Gonggo once so that it makes a new one, and restore the dump into it.`,
      'To start empty: move the directory away. To use a server of your own: set DATABASE_URL.',
    ].join('\n'),
  );
}
