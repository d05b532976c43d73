// npm start: everything, from a fresh clone to the printed address. Node's own modules only.
import * as fs from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from './build.mjs';
import { readyEnvironments } from './environments.mjs';
import { install } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { bridgeLoopback, refuseTakenPorts } from './ports.mjs';
import { fail, Problem, tell } from './problem.mjs';
import { killAll, run, start, stop } from './processes.mjs';
import { keptSecretKey } from './secret-key.mjs';
import { step } from './progress.mjs';
import { address, isLoopback, readEnvironment, readSettings } from './settings.mjs';

const API = 'apps/api/dist';
const SITE = 'apps/web/dist-server/main.js';

async function main() {
  const asked = stopRequest();
  const env = readEnvironment();
  const settings = readSettings(env);
  await refuseTakenPorts(settings);

  launching = launch(settings, env);
  const gonggo = await Promise.race([launching, asked]);
  if (gonggo === 'stop') return leave(0);
  announce(settings, gonggo.owner);

  const crashed = await Promise.race([
    asked,
    ...gonggo.apps.map((app) => app.ended.then((end) => ({ app, end }))),
  ]);
  if (crashed === 'stop') console.log('\n  Stopping …');
  else console.error(`\n${crashed.app.name} stopped unexpectedly (${crashed.end}); stopping the rest.`);
  return leave(crashed === 'stop' ? 0 : 1);
}

// What was started, in order; undone from its end.
const undo = [];
let launching;
let stopping = false;
/** Told to stop by whoever deploys, not by a keyboard: then whoever sends requests here is given time to notice. */
let deployed = false;
const unlessStopping = () => {
  if (stopping) throw new Problem('Stopped while starting.');
};

/** Brings everything up and resolves when API and site answer. */
async function launch(settings, env) {
  await install();
  unlessStopping();
  await build();
  unlessStopping();

  const embedded = !settings.databaseUrl;
  const postgres = embedded ? await step('Starting PostgreSQL', () => startPostgres(settings)) : undefined;
  if (postgres) undo.push(() => postgres.stop());
  unlessStopping();

  const environments = readyEnvironments(env, {
    ...settings,
    secretKey: env.SECRET_KEY ?? keptSecretKey(settings.dataDir),
    databaseUrl: settings.databaseUrl ?? postgres.url,
  });
  const owner = await prepareDatabase(settings, embedded, environments.cli);
  try {
    unlessStopping();
    const apps = await startApps(settings, environments);
    return { apps, owner };
  } catch (error) {
    if (owner) console.log(signIn(owner)); // it will not be shown again
    throw error;
  }
}

async function prepareDatabase(settings, embedded, env) {
  const cli = (...args) =>
    run(`gonggo ${args.join(' ')}`, process.execPath, [`${API}/cli.js`, ...args], { env });
  const first = firstRun(await step('Preparing the database', () => cli('migrate')));

  // Remembered until it is done: a start that is interrupted here is not the first run any more.
  const pending = join(settings.dataDir, 'demo-pending');
  if (first && embedded && settings.demo === undefined) fs.writeFileSync(pending, '');
  if (settings.demo === '1' || (settings.demo === undefined && embedded && fs.existsSync(pending))) {
    try {
      await step('Adding the demo company', () => cli('seed'));
    } catch (error) {
      if (first) console.log(signIn(first.owner));
      throw error;
    }
  }
  fs.rmSync(pending, { force: true });
  return first?.owner;
}

/** `migrate` tells in one JSON line when it has just made the owner. */
function firstRun(output) {
  for (const line of output.split('\n').filter((each) => each.startsWith('{'))) {
    try {
      const said = JSON.parse(line);
      if (said.firstRun) return said;
    } catch {
      // a log line
    }
  }
  return undefined;
}

async function startApps(settings, environments) {
  const apiAddress = address(settings.host, settings.apiPort);
  const node = (name, file, env) => {
    const app = start(name, process.execPath, ['--enable-source-maps', file], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    undo.push(() => (deployed ? stop(app, 50_000, 'SIGTERM') : stop(app)));
    return app;
  };
  return step('Starting API and site', async () => {
    const apps = [
      node('The API', `${API}/main.js`, environments.api),
      node('The site', SITE, environments.site),
    ];
    const early = Promise.race(
      apps.map(async (app) => {
        const end = await app.ended;
        throw new Problem(`${app.name} stopped before it was ready (${end}). What it said is above.`);
      }),
    );
    early.catch(() => {}); // later ends are main's to report
    await Promise.race([
      early,
      Promise.all([
        answers('The API', `${apiAddress}/api/readyz`),
        answers('The site', `${address(settings.host, settings.port)}/robots.txt`),
      ]),
    ]);
    undo.push(await bridgeLoopback(settings));
    return apps;
  });
}

async function answers(name, url, patience = 90_000) {
  let last;
  for (const until = Date.now() + patience; Date.now() < until; await sleep(50)) {
    try {
      const status = await statusOf(url);
      if (status === 200) return;
      last = `status ${status}`;
    } catch (error) {
      last = error.code ?? error.message;
    }
  }
  throw new Problem(`${name} does not answer at ${url} (${last}).`);
}

/** Asked by an agent of its own: the one that Node shares may have been told to use a proxy. */
const statusOf = (url) =>
  new Promise((done, fail) => {
    get(url, { agent: false, signal: AbortSignal.timeout(5_000) }, (reply) => {
      reply.resume();
      done(reply.statusCode);
    }).on('error', fail);
  });

/** Whether the site's address is this machine's own, so that one name does for both. */
const sameHost = (siteUrl, host) =>
  new URL(siteUrl).hostname === 'localhost' && ['127.0.0.1', '::1', 'localhost'].includes(host);

function announce({ host, port, apiPort, siteUrl }, owner) {
  console.log(
    [
      '',
      '  Gonggo is running.',
      '',
      `  Site    ${siteUrl}`,
      `  Admin   ${siteUrl.replace(/\/$/, '')}/admin`,
      `  API     ${sameHost(siteUrl, host) ? `http://localhost:${apiPort}` : address(host, apiPort)}/api/docs`,
      ...(owner ? [signIn(owner)] : []),
      ...unreachable({ host, siteUrl }),
      '',
      `  Listening on ${sameHost(siteUrl, host) ? '' : `${host}, `}ports ${port} and ${apiPort}. Ctrl-C stops everything.`,
      '',
    ].join('\n'),
  );
}

/** Said where people can't use what listens for them: pages are shown by any address, but written from SITE_URL only. */
function unreachable({ host, siteUrl }) {
  if (isLoopback(host) || !isLoopback(new URL(siteUrl).hostname)) return [];
  return [
    '',
    `  Others can open this by an address of this machine (HOST is ${host}), but sign in and write only at SITE_URL,`,
    `  which is ${siteUrl}. Set SITE_URL to the address that they use.`,
  ];
}

const signIn = ({ email, password }) =>
  `\n  Sign in as ${email} with ${password}\n  (shown this once; \`npm run gonggo -- user password ${email}\` sets a new one)`;

/** Resolves to 'stop' at the first Ctrl-C or SIGTERM; the second one does not wait for anybody. */
function stopRequest() {
  return new Promise((done) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (asked && signal === 'SIGINT') killAll();
        asked = true;
        deployed = signal === 'SIGTERM';
        done('stop');
      });
    }
  });
}

async function leave(code) {
  stopping = true;
  const undoAll = async () => {
    while (undo.length) await undo.pop()();
    killAll(); // an installation, a build or a migration that was interrupted
  };
  await undoAll();
  await launching?.catch(() => {});
  await undoAll(); // what had just been started
  process.exit(code);
}

main().catch(async (error) => {
  tell(error);
  await leave(1).catch(fail);
});
