// npm test: every suite, one after the other; the last line sums them up.
//   npm test -- --only api,unit        some suites
//   npm test -- --only api -t closing  the rest goes to Jest and Playwright
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, nx } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { Problem } from './problem.mjs';
import { killAll, run, start, stop } from './processes.mjs';
import { step } from './progress.mjs';
import { address, names, root } from './settings.mjs';

const bin = (name) => join(root, 'node_modules/.bin', name);
const scratch = fs.mkdtempSync(join(tmpdir(), 'gonggo-test-'));
fs.chmodSync(scratch, 0o755); // the database's user passes through it
const undo = [() => fs.rmSync(scratch, { recursive: true, force: true })];

/** A check that either holds or not; it speaks only when it fails. */
const check = (title, work) => async () => {
  await step(title, work);
  return { passed: 1 };
};
const tool = (title, command, args, env) =>
  check(title, (onLine) => run(title, command, args, { onLine, env: { ...process.env, ...env } }));

const suites = {
  lint: tool('Lint', bin('eslint'), ['.', '--max-warnings', '0']),
  format: tool('Formatting', bin('prettier'), ['--check', '--log-level', 'warn', '.']),
  typecheck: check('Types', (onLine) => nx('typecheck', { onLine })),
  build: async () => (await build(), { passed: 1 }),
  tools: () => nodeTests(),
  unit: () => jest('unit', ['content', 'contract', 'reply-store', 'ui', 'web']),
  api: async () => {
    await build({ only: 'api' }); // one test kills the built program
    const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
    return jest('api', ['api'], { TEST_DATABASE_URL: given || (await testDatabase()) });
  },
  openapi: async () => {
    await build({ only: 'api' });
    return check('The API’s description', async (onLine) => {
      const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
      await run('openapi.json', process.execPath, ['apps/api/dist/openapi.js', '--check'], { onLine, env });
      await run('Redocly', bin('redocly'), ['lint', 'apps/api/openapi.json'], { onLine, env });
    })();
  },
  browser: () => browserTests(),
};

async function main() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(130));
  const { only, rest } = choose(process.argv.slice(2));
  forwarded.push(...rest);

  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const record = async (name, suite) => {
    let counted;
    try {
      counted = await suite();
    } catch (error) {
      console.error(error instanceof Problem ? error.message : error);
      counted = { failed: 1 };
    }
    for (const key of Object.keys(total)) total[key] += counted[key] ?? 0;
    if (counted.failed) failures.push(name);
    return !counted.failed;
  };

  if (await record('install', () => install().then(() => ({})))) {
    for (const name of only) {
      console.log(`\n── ${name}`);
      await record(name, suites[name]);
    }
  }
  if (failures.length) console.log(`\nFailed: ${failures.join(', ')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  await end(total.failed ? 1 : 0);
}

/** What the developer asked Jest and Playwright for beyond a suite's name. */
const forwarded = [];

function choose(args) {
  const at = args.indexOf('--only');
  if (at < 0) return { only: Object.keys(suites), rest: args };
  const [, list = ''] = args.splice(at, 2);
  const only = list.split(',').filter(Boolean);
  const unknown = only.filter((name) => !(name in suites));
  if (unknown.length || !only.length) {
    console.error(`--only takes a list of: ${Object.keys(suites).join(', ')}`);
    process.exit(1);
  }
  return { only, rest: args };
}

/** Runs a program that prints as it goes. */
async function show(name, command, args, env = {}) {
  const program = start(name, command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return (await program.ended) === 'exit code 0';
}

/** A program that failed without naming a failed test counts as one. */
const honest = (ok, counts) => (ok || counts.failed ? counts : { ...counts, failed: 1 });

async function nodeTests() {
  const tests = fs.readdirSync(join(root, 'tools')).filter((file) => file.endsWith('.test.mjs'));
  const report = join(scratch, 'tools.tap');
  const ok = await show('Tests of the tools', process.execPath, [
    ...['--test', '--test-timeout=120000'],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${report}`],
    ...tests.map((file) => `tools/${file}`),
  ]);
  const count = (name) =>
    Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(fs.readFileSync(report, 'utf8'))?.[1] ?? 0);
  return honest(ok, {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  });
}

async function jest(name, projects, env = {}) {
  const report = join(scratch, `${name}.json`);
  const ok = await show(
    'Jest',
    bin('jest'),
    [
      ...['--selectProjects', ...projects],
      ...['--passWithNoTests', `--maxWorkers=${availableParallelism()}`],
      ...['--json', `--outputFile=${report}`, ...forwarded],
    ],
    { ...env, NODE_ENV: 'test' },
  );
  const result = JSON.parse(fs.readFileSync(report, 'utf8'));
  return honest(ok, {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  });
}

async function testDatabase() {
  const postgres = await step('Starting a test PostgreSQL', () =>
    startPostgres({ dataDir: join(scratch, 'database'), forTests: true }),
  );
  undo.push(() => postgres.stop());
  return postgres.url;
}

async function browserTests() {
  if (!fs.existsSync(join(root, 'apps/web/playwright.config.ts'))) {
    console.log('  no browser tests yet');
    return {};
  }
  const chromium = await findChromium();
  await build(); // or all of them would
  // Each with a worker of Playwright's of its own; more than two would only wait for the processor.
  const count = Math.min(2, availableParallelism());
  const gonggos = await step('Starting Gonggo', () =>
    Promise.all(Array.from({ length: count }, (_, n) => startGonggo(n))),
  );
  const report = join(scratch, 'browser.json');
  try {
    const ok = await show(
      'Playwright',
      bin('playwright'),
      [
        ...[
          'test',
          '--config',
          'apps/web/playwright.config.ts',
          '--reporter=list,json',
          '--pass-with-no-tests',
        ],
        ...forwarded,
      ],
      {
        ...owner,
        TEST_SITES: gonggos.map(({ url }) => url).join(' '),
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    );
    const { stats, errors } = JSON.parse(fs.readFileSync(report, 'utf8'));
    return honest(ok, {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + errors.length,
      skipped: stats.skipped,
    });
  } finally {
    await Promise.all(gonggos.map(({ launcher }) => stop(launcher, 40_000)));
  }
}

const owner = {
  OWNER_EMAIL: 'owner@gonggo.example',
  OWNER_PASSWORD: randomBytes(12).toString('base64url'),
};

/** `npm start` on free ports and an empty data directory: what browser tests see is what people get. */
async function startGonggo(n) {
  const [port, apiPort] = await Promise.all([freePort(), freePort()]);
  const env = {
    PORT: String(port),
    API_PORT: String(apiPort),
    SITE_URL: `http://localhost:${port}`,
    API_URL: address('127.0.0.1', apiPort),
    ...owner,
  };
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.includes(name)));
  const launcher = start('Gonggo', process.execPath, ['tools/start.mjs'], {
    env: {
      ...inherited,
      ...Object.fromEntries(names.map((name) => [name, ''])),
      ...env,
      DATA_DIR: join(scratch, `gonggo-${n}`),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const running = new Promise((done) => {
    const hear = (text) => {
      said += text;
      if (said.includes('Ctrl-C stops everything')) done('running');
    };
    launcher.child.stdout.on('data', hear);
    launcher.child.stderr.on('data', hear);
  });
  undo.push(() => stop(launcher, 40_000));
  const outcome = await Promise.race([running, launcher.ended]);
  if (outcome !== 'running') throw new Problem(`${said}\nGonggo did not start (${outcome}).`);
  return { launcher, url: env.SITE_URL };
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

let ending = false;
async function end(code) {
  if (ending) return;
  ending = true;
  while (undo.length) {
    await Promise.resolve(undo.pop()()).catch((error) => console.error(error));
  }
  killAll();
  process.exit(code);
}

await main();
