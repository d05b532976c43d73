// npm run dev: the API restarts when its code or a library changes; the site is Next's own development server.
import * as fs from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { nx } from './build.mjs';
import { readyEnvironments } from './environments.mjs';
import { install } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { bridgeLoopback, refuseTakenPorts } from './ports.mjs';
import { fail } from './problem.mjs';
import { killAll, run, start, stop } from './processes.mjs';
import { keptSecretKey } from './secret-key.mjs';
import { step } from './progress.mjs';
import { address, readEnvironment, readSettings, root } from './settings.mjs';

/** Where compiled sources come from and go to, and which app runs them. */
const compiled = [
  ...['content', 'contract', 'reply-store', 'ui'].map((name) => ({
    from: `libs/${name}/src`,
    to: `libs/${name}/dist`,
    restarts: { content: ['api'], contract: ['api'], 'reply-store': ['api', 'site'], ui: [] }[name],
  })),
  { from: 'apps/api/src', to: 'apps/api/dist', restarts: ['api'] },
  { from: 'apps/web/server', to: 'apps/web/dist-server', restarts: ['site'] },
];

async function main() {
  const env = readEnvironment();
  const settings = readSettings(env);
  await refuseTakenPorts(settings);
  const undo = [];
  let ending = false;
  const end = async (code) => {
    if (ending) return;
    ending = true;
    while (undo.length) await undo.pop()();
    killAll();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));

  await install();
  // What is compiled from here on is newer than what the last build remembers.
  for (const name of ['all', 'api']) fs.rmSync(join(root, `.nx/built-${name}`), { force: true });
  await step('Building libraries, API and front', async (onLine) => {
    await nx('build', { only: 'api,ui', onLine });
    await nx('build-server', { onLine });
  });

  const postgres = settings.databaseUrl ? undefined : await startPostgres(settings);
  if (postgres) undo.push(() => postgres.stop());
  const environments = readyEnvironments(
    env,
    {
      ...settings,
      secretKey: env.SECRET_KEY ?? keptSecretKey(settings.dataDir),
      databaseUrl: settings.databaseUrl ?? postgres.url,
    },
    'development',
  );

  const cli = (verb) =>
    run(`gonggo ${verb}`, process.execPath, ['apps/api/dist/cli.js', verb], { env: environments.cli });
  const migrate = async () => process.stdout.write(await step('Migrating', () => cli('migrate')));
  await migrate();
  if (settings.demo === '1' || (settings.demo === undefined && postgres?.fresh)) {
    await step('Adding the demo company', () => cli('seed'));
  }

  const apps = {
    api: app('The API', ['apps/api/dist/main.js'], environments.api),
    site: app('The site', ['apps/web/dist-server/main.js', '--dev'], environments.site),
  };
  for (const each of Object.values(apps)) {
    undo.push(() => each.stop());
    await each.start();
  }
  undo.push(await bridgeLoopback(settings));
  watch(async (changed) => {
    if (changed.files.some((file) => file.includes('/migrations/'))) await migrate();
    for (const name of changed.apps) await apps[name].restart();
  });
  console.log(
    `\n  Site  ${settings.siteUrl}\n  API   ${address(settings.host, settings.apiPort)}/api/docs\n`,
  );
}

function app(name, args, env) {
  let current;
  const begin = () => {
    const program = start(name, process.execPath, ['--enable-source-maps', ...args], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    current = program;
    program.ended.then((end) => {
      if (program === current)
        console.error(`\n${name} stopped (${end}); it starts again at the next change.`);
    });
  };
  const leave = async () => {
    const program = current;
    current = undefined;
    if (program) await stop(program, 5_000);
  };
  return {
    start: begin,
    stop: leave,
    async restart() {
      await leave();
      begin();
    },
  };
}

/** Compiles what changes, file by file, and tells once the dust has settled. */
function watch(onChange) {
  const waiting = new Map();
  let timer;
  let working = Promise.resolve();
  const settle = () => {
    const changes = [...waiting.values()];
    waiting.clear();
    working = working
      .then(async () => {
        const ok = await Promise.all(changes.map(({ target, file }) => compile(target, file)));
        if (!ok.every(Boolean)) return;
        const apps = [...new Set(changes.flatMap(({ target }) => target.restarts))];
        await onChange({ apps, files: changes.map(({ file }) => file) });
      })
      .catch((error) => console.error(error.message));
  };
  for (const target of compiled) {
    if (!fs.existsSync(join(root, target.from))) continue;
    fs.watch(join(root, target.from), { recursive: true }, (_event, name) => {
      if (!/\.tsx?$/.test(name ?? '') || /\.spec\.tsx?$/.test(name)) return;
      waiting.set(join(target.from, name), { target, file: join(target.from, name) });
      clearTimeout(timer);
      timer = setTimeout(settle, 120);
    });
  }
}

async function compile({ from, to }, file) {
  const { transformFile } = await import('@swc/core');
  const result = join(root, to, relative(from, file).replace(/\.tsx?$/, '.js'));
  if (!fs.existsSync(join(root, file))) {
    fs.rmSync(result, { force: true });
    return true;
  }
  try {
    const { code, map } = await transformFile(join(root, file), { configFile: join(root, '.swcrc') });
    fs.mkdirSync(dirname(result), { recursive: true });
    fs.writeFileSync(result, code);
    if (map) fs.writeFileSync(`${result}.map`, map);
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

main().catch((error) => {
  killAll();
  fail(error);
});
