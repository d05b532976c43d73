// npm run bench: what we serve, side by side with the machine's limits, in one run.
//   npm run bench -- --quick   fewer and shorter rounds, nothing written
//   npm run bench -- --only overload,slow,restart   some of the parts that try what a crowd does, nothing written
import * as fs from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { residentMiB } from './bench/cpu.mjs';
import { measure } from './bench/load.mjs';
import { measureMany } from './bench/many.mjs';
import { overload } from './bench/overload.mjs';
import { publishLarge } from './bench/publish.mjs';
import { report, toMarkdown } from './bench/report.mjs';
import { rollingRestarts } from './bench/restart.mjs';
import { slowClients } from './bench/slow-clients.mjs';
import { countStatements } from './bench/statement-counter.mjs';
import {
  startApi,
  startBareNext,
  startGonggo,
  startLimit,
  startSite,
  uploadImages,
} from './bench/subjects.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { fail } from './problem.mjs';
import { killAll } from './processes.mjs';
import { step } from './progress.mjs';
import { root } from './settings.mjs';

const quick = process.argv.includes('--quick');
const plan = { rounds: quick ? 2 : 5, seconds: quick ? 1 : 4, connections: 50 };
const json = 'application/json; charset=utf-8';
const html = 'text/html; charset=utf-8';

async function main() {
  await install();
  await build();
  const scratch = fs.mkdtempSync(join(tmpdir(), 'gonggo-bench-'));
  fs.chmodSync(scratch, 0o755); // the database's user passes through it
  const postgres = await step('Starting PostgreSQL', () => startPostgres({ dataDir: join(scratch, 'data') }));
  try {
    await run(scratch, postgres);
  } finally {
    killAll();
    await postgres.stop();
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

/** What a crowd and a deploy do to it; each answers facts. */
const trials = {
  overload: (gonggo) => overload(gonggo, quick),
  slow: (gonggo) => slowClients(gonggo, quick),
  restart: async ({ api, slug }, url) => ({
    ...(await rollingRestarts(
      'API',
      { start: () => startApi(url), ready: '/api/readyz', path: '/api/v1/postings?limit=20' },
      quick,
    )),
    ...(await rollingRestarts(
      'site',
      { start: () => startSite(url, api), ready: '/readyz', path: `/posts/${encodeURIComponent(slug)}` },
      quick,
    )),
  }),
};

async function tried(names, gonggo, url) {
  const facts = {};
  for (const name of names)
    Object.assign(facts, await step(`Trying: ${name}`, () => trials[name](gonggo, url)));
  return facts;
}

/** The parts named after --only, or none. */
function chosen() {
  const at = process.argv.indexOf('--only');
  return at < 0 ? null : (process.argv[at + 1] ?? '').split(',').filter((name) => name in trials);
}

async function run(scratch, postgres) {
  const gonggo = await startGonggo(postgres.url);
  const only = chosen();
  if (only) return console.log(report({}, await tried(only, gonggo, postgres.url)));
  const { api, bypassed, site, slug } = gonggo;
  const one = `/api/v1/postings/${encodeURIComponent(slug)}`;
  const list = '/api/v1/postings?limit=20';
  const page = `/posts/${encodeURIComponent(slug)}`;

  const oneBody = await text(api.url + one);
  const listBody = await text(api.url + list);
  const pageBody = await text(site.url + page);
  const row = { kind: 'row', type: json, url: postgres.url, sql: gonggo.rowSql, values: gonggo.rowValues };
  const [rawOne, rawList, rawPage, rawRow, rawListRow] = await Promise.all([
    startLimit({ kind: 'bytes', type: json, body: oneBody }),
    startLimit({ kind: 'bytes', type: json, body: listBody }),
    startLimit({ kind: 'bytes', type: html, body: pageBody }),
    startLimit(row),
    startLimit({ ...row, sql: gonggo.listSql, values: [20] }),
  ]);
  const fragment = await text(`${api.url}${one}?format=html`, { accept: 'text/html' });
  const bareNext = await startBareNext(join(root, 'tools/bench/bare-next'), { title: slug, html: fragment });

  const identity = { 'accept-encoding': 'identity' };
  const database = postgres.pid;
  const subject = (name, server, path, withDatabase = false) => ({
    name,
    url: server.url + path,
    headers: identity,
    pids: withDatabase ? [server.pid, database] : [server.pid],
  });
  const groups = {
    'One posting, JSON, from memory': [subject('raw node:http', rawOne, '/'), subject('Gonggo', api, one)],
    'One posting, JSON, cache bypassed': [
      subject('raw node:http + one pg row', rawRow, '/', true),
      subject('Gonggo', bypassed, one, true),
    ],
    'List of 20, JSON, from memory': [subject('raw node:http', rawList, '/'), subject('Gonggo', api, list)],
    'List of 20, JSON, cache bypassed': [
      subject('raw node:http + one pg query', rawListRow, '/', true),
      subject('Gonggo', bypassed, list, true),
    ],
    'Post page, HTML': [
      subject('raw node:http', rawPage, '/'),
      subject('bare Next, prerendered', bareNext, '/'),
      subject('Gonggo', site, page),
    ],
  };

  const results = {};
  for (const [title, subjects] of Object.entries(groups))
    results[title] = await step(title, (tell) =>
      measure(subjects, { ...plan, onRound: (round) => tell(`round ${round} of ${plan.rounds}`) }),
    );

  const facts = {
    'SQL statements a request, cache bypassed: one posting': await statementsPerRequest(postgres.url, one),
    'SQL statements a request, cache bypassed: list of 20': await statementsPerRequest(postgres.url, list),
    'API memory after load, MiB': residentMiB(api.pid),
    'Site memory after load, MiB': residentMiB(site.pid),
    'Page, bytes of HTML: Gonggo / bare Next': `${pageBody.length} / ${(await text(`${bareNext.url}/`)).length}`,
    ...(await step('Publishing', () => publishLarge(gonggo, quick ? 3 : 10))),
    ...(await step('Image variants', () => uploadImages(gonggo, quick ? 3 : 10))),
    ...(await tried(Object.keys(trials), gonggo, postgres.url)),
  };

  await gonggo.stop();
  const apart = await step('Many postings', () =>
    onDatabaseOfItsOwn(postgres.url, 'many', measureMany, quick),
  );
  Object.assign(facts, apart);

  console.log(report(results, facts));
  if (quick) return;
  const machine = `${cpus()[0]?.model.trim()} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
  fs.writeFileSync(join(root, 'docs/bench.md'), toMarkdown(results, facts, { machine, plan }));
  console.log('\n  Written to docs/bench.md');
}

/** A part that fills the database as it likes. */
async function onDatabaseOfItsOwn(url, name, measurePart, quick) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE bench_${name}`);
  await client.end();
  const own = new URL(url);
  own.pathname = `/bench_${name}`;
  return measurePart(own.href, { quick });
}

/** Sends 200 requests through a relay that counts what reaches PostgreSQL. */
async function statementsPerRequest(url, path) {
  const database = new URL(url);
  const relay = await countStatements({ host: database.hostname, port: Number(database.port) });
  const through = new URL(url);
  through.port = String(relay.port);
  const api = await startApi(through.href, { CACHE_MB: '0', ...{ DATABASE_READ_URL: through.href } });
  const quiet = await relayRate(relay);
  for (let n = 0; n < 20; n += 1) await text(api.url + path); // every connection has prepared its statement
  const before = relay.count();
  const began = Date.now();
  for (let n = 0; n < 200; n += 1) await text(api.url + path);
  const background = Math.round((quiet * (Date.now() - began)) / 1000);
  const statements = relay.count() - before - background;
  await api.stop();
  relay.close();
  return Math.round((statements / 200) * 10) / 10;
}

/** Statements a second that the API sends by itself: its job runner looks for work. */
async function relayRate(relay) {
  const before = relay.count();
  await new Promise((done) => setTimeout(done, 3000));
  return (relay.count() - before) / 3;
}

async function text(url, headers = {}) {
  const reply = await fetch(url, { headers });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${await reply.text()}`);
  return reply.text();
}

main().catch(fail);
