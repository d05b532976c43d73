// The running server: found, launched, stopped.
import { execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../problem.mjs';
import { environment, identity } from './places.mjs';

/** The first lines of postmaster.pid: pid, directory, start, port, … and on the eighth the state. */
function postmaster(cluster) {
  try {
    const lines = fs.readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() };
  } catch {
    return undefined;
  }
}

/** A pid alone proves nothing: it may have been given to another program since. */
function isPostgresOn(cluster, pid) {
  const args = commandLine(pid);
  return /postgres/.test(args[0] ?? '') && args.includes(cluster);
}

function commandLine(pid) {
  if (!Number.isInteger(pid) || pid <= 1) return [];
  try {
    if (process.platform === 'linux') return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(' ');
  } catch {
    return [];
  }
}

export async function adopt(cluster) {
  const until = Date.now() + 30_000;
  for (;;) {
    const found = postmaster(cluster);
    if (!found || !isPostgresOn(cluster, found.pid)) return undefined;
    if (found.state === 'ready') return { ...found, adopted: true };
    if (Date.now() > until) {
      throw new Problem(
        `PostgreSQL (process ${found.pid}) runs on ${cluster} but does not get ready: ${found.state ?? 'no state'}.`,
      );
    }
    await sleep(50);
  }
}

export async function launch(native, cluster, portFile, forTests) {
  const log = join(dirname(cluster), 'postgres.log');
  if (fs.statSync(log, { throwIfNoEntry: false })?.size > 8_000_000) fs.rmSync(log);
  const until = Date.now() + 20_000;
  for (;;) {
    const port = await freePort(portFile);
    const began = fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0;
    const child = run(native, cluster, port, log, forTests);
    const ended = new Promise((done) => child.once('exit', done).once('error', done));
    if (await ready(cluster, child, until)) return { pid: child.pid, port, adopted: false };

    await ended;
    const said = fs.readFileSync(log, 'utf8').slice(began);
    const passing = /pre-existing shared memory|lock file .* already exists|Address already in use/.test(
      said,
    );
    if (!passing || Date.now() > until)
      throw new Problem(`PostgreSQL did not start (${log}):\n${said.trim()}`);

    const other = await adopt(cluster);
    if (other) return other;
    forgetForeignPid(cluster, said);
    await sleep(200); // children of a killed server leave within moments
  }
}

function run(native, cluster, port, log, forTests) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: forTests ? 300 : 100,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(forTests && { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const out = fs.openSync(log, 'a', 0o600);
  const child = spawn(
    join(native, 'bin/postgres'),
    ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...identity(cluster),
      cwd: cluster,
      env: environment(),
      stdio: ['ignore', out, out],
      detached: true, // Ctrl-C goes to the launcher, which stops the database last
    },
  );
  child.unref();
  fs.closeSync(out);
  return child;
}

async function ready(cluster, child, until) {
  let ended = false;
  child.once('exit', () => (ended = true)).once('error', () => (ended = true));
  while (!ended) {
    const found = postmaster(cluster);
    if (found?.pid === child.pid && found.state === 'ready') return true;
    // Recovery after a crash may take long; only a server that never comes up is given up.
    if (Date.now() > until + 280_000) child.kill('SIGINT');
    await sleep(20);
  }
  return false;
}

/**
 * PostgreSQL takes any living process of its own user for its predecessor. When the pid in the lock file belongs to
 * another program, name one that cannot exist: the rest of the file still guards against children that are left.
 */
function forgetForeignPid(cluster, said) {
  const found = postmaster(cluster);
  if (!/lock file .* already exists/.test(said) || !found || isPostgresOn(cluster, found.pid)) return;
  const file = join(cluster, 'postmaster.pid');
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/^-?\d+/, '99999999'));
}

export async function stop(pid, cluster) {
  const patience = { SIGINT: 15_000, SIGQUIT: 5_000, SIGKILL: 2_000 };
  for (const [signal, wait] of Object.entries(patience)) {
    if (!isPostgresOn(cluster, pid)) return;
    process.kill(pid, signal);
    for (const until = Date.now() + wait; Date.now() < until; await sleep(20)) {
      if (!isPostgresOn(cluster, pid)) return;
    }
  }
}

/** The remembered port while it is free, so that tools keep their connection settings; else a new one. */
async function freePort(file) {
  const listen = (port) =>
    new Promise((done) => {
      const server = createServer()
        .once('error', () => done(undefined))
        .listen(port, '127.0.0.1', () => {
          const { port: got } = server.address();
          server.close(() => done(got));
        });
    });
  const remembered = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  const port = (remembered && (await listen(remembered))) || (await listen(0));
  fs.writeFileSync(file, `${port}\n`);
  return port;
}
