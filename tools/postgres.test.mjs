import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './postgres.mjs';

let dataDir;
const running = new Set();
const start = async () => {
  const postgres = await startPostgres({ dataDir, forTests: true });
  running.add(postgres);
  return postgres;
};

before(() => (dataDir = fs.mkdtempSync(join(tmpdir(), 'gonggo-postgres-'))));
after(async () => {
  for (const postgres of running) await postgres.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** A process whose end nobody has collected yet counts as ended. */
const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return !/^State:\s*Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    return error.code === 'ENOENT' && !fs.existsSync('/proc/self');
  }
};
const answers = (url) =>
  new Promise((done) => {
    const { hostname, port } = new URL(url);
    const socket = createConnection(Number(port), hostname)
      .on('connect', () => (socket.destroy(), done(true)))
      .on('error', () => done(false));
  });

test('a first start makes a cluster; a stop leaves no process; a second start keeps port and password', async () => {
  const first = await start();
  assert.equal(first.fresh, true);
  assert.equal(await answers(first.url), true);
  assert.equal(new URL(first.url).hostname, '127.0.0.1');

  await first.stop();
  // A process that has let go of everything still takes the kernel a moment to remove.
  for (let tries = 0; tries < 200 && alive(first.pid); tries += 1) await sleep(10);
  assert.equal(alive(first.pid), false);

  const second = await start();
  assert.equal(second.fresh, false);
  assert.equal(second.url, first.url);
  await second.stop();
});

test('Korean words are words: the locale knows Hangul letters', async () => {
  const { default: pg } = await import('pg');
  const postgres = await start();
  const client = new pg.Client({ connectionString: postgres.url });
  await client.connect();
  const { rows } = await client.query(
    `select '개발자' ~ '^[[:alpha:]]+$' as letters, current_setting('server_encoding') as encoding,
            (select datctype from pg_database where datname = current_database()) as ctype`,
  );
  await client.end();
  assert.deepEqual(rows, [{ letters: true, encoding: 'UTF8', ctype: rows[0].ctype }]);
  assert.match(rows[0].ctype, /UTF-8/);
  await postgres.stop();
});

test('a server that outlived its killed launcher is adopted, and stopped by its adopter', async () => {
  const launcher = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { startPostgres } from ${JSON.stringify(new URL('./postgres.mjs', import.meta.url).href)};
       console.log((await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, forTests: true })).pid);
       setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: fileURLToPath(new URL('.', import.meta.url)) },
  );
  const pid = Number(await new Promise((done) => launcher.stdout.once('data', done)));
  launcher.kill('SIGKILL');
  await new Promise((done) => launcher.once('exit', done));
  assert.equal(alive(pid), true);

  const adopted = await start();

  assert.equal(adopted.adopted, true);
  assert.equal(adopted.pid, pid);
  await adopted.stop();
  assert.equal(await answers(adopted.url), false);
});

test('after kill -9 of PostgreSQL the next start succeeds', async () => {
  const killed = await start();
  process.kill(killed.pid, 'SIGKILL');

  const next = await start();

  assert.notEqual(next.pid, killed.pid);
  assert.equal(await answers(next.url), true);
  await next.stop();
});

test('a lock file whose pid belongs to another program does not stop the start', async () => {
  const killed = await start();
  const lock = join(dataDir, 'postgres/postmaster.pid');
  process.kill(killed.pid, 'SIGKILL');
  fs.writeFileSync(lock, fs.readFileSync(lock, 'utf8').replace(/^\d+/, String(process.pid)));

  const next = await start();

  assert.equal(await answers(next.url), true);
  await next.stop();
});

test('a server that another process uses is not stopped', async () => {
  const mine = await start();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const stat = fs.existsSync('/proc/self/stat')
    ? fs.readFileSync(`/proc/${other.pid}/stat`, 'utf8').split(') ').pop().split(' ')[19]
    : undefined;
  if (stat) {
    fs.writeFileSync(join(dataDir, 'postgres-users', String(other.pid)), stat);
    await mine.stop();
    assert.equal(await answers(mine.url), true);
  }
  other.kill('SIGKILL');
  await new Promise((done) => other.once('exit', done));

  await mine.stop();
  assert.equal(await answers(mine.url), false);
});

test('a directory made by another major version is refused with instructions, and left alone', async () => {
  const version = join(dataDir, 'postgres/PG_VERSION');
  const made = fs.readFileSync(version, 'utf8');
  fs.writeFileSync(version, '15\n');

  await assert.rejects(start(), /made by PostgreSQL 15.*brings PostgreSQL 18[\s\S]*pg_dump/);

  assert.equal(fs.readFileSync(version, 'utf8'), '15\n');
  fs.writeFileSync(version, made);
});
