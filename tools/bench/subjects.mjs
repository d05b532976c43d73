import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import sharp from 'sharp';
import { run, start, stop } from '../processes.mjs';
import { step } from '../progress.mjs';
import { root } from '../settings.mjs';
import { ask, signIn } from './author.mjs';

const owner = { email: 'owner@gonggo.example', password: randomBytes(12).toString('hex') };
const postings = 1000;

/**
 * A migrated database with the demo company and 1,000 live postings; an API that answers from memory, one that
 * asks the database each time, and a site. Answers their addresses and pids, and the SQL of the same reads.
 */
export async function startGonggo(databaseUrl) {
  const env = environment(databaseUrl);
  const cli = (verb) => run(verb, process.execPath, ['apps/api/dist/cli.js', verb], { env });
  await step('Migrating', () => cli('migrate'));
  await step('Seeding the demo company', () => cli('seed'));
  const { slug, id } = await step('Adding postings', () => fillTo(databaseUrl, postings, 'DESC'));

  const api = await startApi(databaseUrl);
  const bypassed = await startApi(databaseUrl, { CACHE_MB: '0' });
  const site = await startSite(databaseUrl, api);
  await step('Waiting for jobs', () => jobsDone(databaseUrl));
  return {
    api,
    bypassed,
    site,
    slug,
    id,
    owner,
    stop: () => Promise.all([api, bypassed, site].map((one) => one.stop())),
    rowSql: 'SELECT open_json AS body FROM published_posting WHERE locale = $1 AND slug = $2',
    rowValues: ['ko', slug],
    // What a list costs at least: the newest twenty items, joined by the database.
    listSql: `SELECT '{"data":[' || string_agg(item, ',') || ']}' AS body FROM (
      SELECT open_item AS item FROM published_posting WHERE closes_at IS NULL OR closes_at > now()
      ORDER BY first_published_at DESC, posting_id DESC LIMIT $1) AS newest`,
  };
}

/** The demo's pictures are encoded in the API's process, and would count as what a request costs. */
async function jobsDone(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const until = Date.now() + 300_000; Date.now() < until; await sleep(500)) {
      const { rows } = await client.query(
        'SELECT FROM job WHERE done_at IS NULL AND run_at <= now() AND attempts < max_attempts LIMIT 1',
      );
      if (!rows.length) return;
    }
    throw new Error('The jobs of the demo took more than 5 minutes.');
  } finally {
    await client.end();
  }
}

export async function startApi(databaseUrl, more = {}) {
  const port = await freePort();
  return app('API', ['apps/api/dist/main.js'], port, {
    ...environment(databaseUrl),
    API_PORT: String(port),
    ...more,
  });
}

export async function startSite(databaseUrl, api) {
  const port = await freePort();
  return app('site', ['apps/web/dist-server/main.js'], port, {
    ...environment(databaseUrl),
    PORT: String(port),
    API_URL: api.url,
    SITE_URL: `http://localhost:${port}`,
  });
}

/** A process that does the least that could be called serving. */
export async function startLimit(what) {
  const child = fork(join(root, 'tools/bench/limit-server.mjs'));
  const { port } = await new Promise((done) => {
    child.once('message', done);
    child.send(what);
  });
  // It ends with us, and does not keep us from ending.
  child.unref();
  child.channel.unref();
  return { url: `http://127.0.0.1:${port}`, pid: child.pid };
}

/** Builds and starts a Next app that has nothing but one prerendered page with this content. */
export async function startBareNext(folder, post) {
  fs.writeFileSync(join(folder, 'post.json'), JSON.stringify(post));
  const next = join(root, 'node_modules/next/dist/bin/next');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  await step('Building a bare Next page', () =>
    run('bare Next', process.execPath, [next, 'build', folder], { env }),
  );
  const port = await freePort();
  return app('bare Next', [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1'], port, env);
}

/** Uploads photographs of 12 megapixels, one after the other. */
export async function uploadImages({ api, owner }, count) {
  const cookie = await signIn(api, owner);
  let made = 0;
  let took = 0;
  for (let n = 0; n < count; n += 1) {
    const photo = await noisyPhoto();
    const form = new FormData();
    form.set('file', new Blob([photo], { type: 'image/jpeg' }), `photo-${n}.jpg`);
    const began = performance.now();
    const image = await ask(api, cookie, 'POST', '/images', form);
    took += performance.now() - began;
    made += image.sources.length;
  }
  return {
    'Upload of a 12 MP photograph, ms': Math.round(took / count),
    'Image variants a second (WebP, at upload)': Math.round((made / took) * 10_000) / 10,
  };
}

const noisyPhoto = () =>
  sharp({
    create: {
      width: 4000,
      height: 3000,
      channels: 3,
      background: '#b5a48b',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .jpeg({ quality: 85 })
    .toBuffer();

const texts = ['json', 'html', 'markdown', 'text', 'jsonld', 'item'].flatMap((form) => [
  `open_${form}`,
  `closed_${form}`,
]);

/** A text of the original as the copy's: its id, its address and its moment in place of the original's. */
const asCopy = (column) => `replace(replace(replace(replace(row.${column},
  row.posting_id::text, copies.id::text), $2, $2 || '-' || n), '"slug":"' || $1 || '"', '"slug":"' || copies.slug || '"'),
  '"publishedAt":"' || iso(row.first_published_at), '"publishedAt":"' || iso(copies.at))`;

/**
 * Copies an open demo posting until so many postings are live, as publishing would have
 * written each: with texts, names of bytes and moments of its own. `length` chooses the original: the one with the
 * shortest text (ASC), of which many are quickly made, or with the longest (DESC). Answers its slug and id.
 */
export async function fillTo(databaseUrl, size, length = 'ASC') {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT slug, posting_id AS id FROM published_posting
        WHERE locale = 'ko' AND (closes_at IS NULL OR closes_at > now()) AND slug !~ '-[0-9]+$'
        ORDER BY length(open_json) ${length} LIMIT 1`,
    );
    const { slug, id } = rows[0];
    const { rows: counted } = await client.query('SELECT count(*)::int AS live FROM published_posting');
    await client.query('BEGIN');
    await client.query(
      `CREATE FUNCTION pg_temp.iso(at timestamptz) RETURNS text LANGUAGE sql STABLE AS
       $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$`,
    );
    await client.query(
      `CREATE TEMP TABLE copies ON COMMIT DROP AS
       SELECT gen_random_uuid() AS id, $1 || '-' || n AS slug, n,
              date_trunc('milliseconds', now()) - n * interval '1 minute' AS at
         FROM generate_series($2::int, $3::int) AS n`,
      [slug, counted[0].live, size - 1],
    );
    const texted = texts.map((column) => `'${column}', ${asCopy(column)}`).join(', ');
    const tagged = texts
      .filter((column) => !column.endsWith('item'))
      .map((column) => `'${column}_etag', left(md5(copies.id || '${column}'), 27)`)
      .join(', ');
    const values = [slug, encodeURIComponent(slug)];
    // Row by row, in one transaction, the counts would cost the square of their number; nothing of ours writes so many.
    await client.query('ALTER TABLE published_posting DISABLE TRIGGER USER');
    await client.query(
      `INSERT INTO posting SELECT made.* FROM posting AS row, copies, LATERAL jsonb_populate_record(row,
         jsonb_build_object('id', copies.id, 'slug', copies.slug, 'variant_group', copies.id)) AS made WHERE row.slug = $1 AND row.locale = 'ko'`,
      [slug],
    );
    await client.query(
      `INSERT INTO published_posting SELECT made.* FROM published_posting AS row, copies,
         LATERAL jsonb_populate_record(row, jsonb_build_object('posting_id', copies.id, 'slug', copies.slug,
           'variant_group', copies.id, 'first_published_at', copies.at, ${texted})
           || jsonb_build_object(${tagged})) AS made
        WHERE row.slug = $1 AND row.locale = 'ko'`.replaceAll('iso(', 'pg_temp.iso('),
      values,
    );
    await client.query('ALTER TABLE published_posting ENABLE TRIGGER USER');
    await client.query('DELETE FROM facet_count');
    await client.query(
      `INSERT INTO facet_count (locale, facet, value, name, postings, named_at)
       SELECT p.locale, f.facet, f.value, f.name, count(*), max(p.updated_at)
         FROM published_posting p, jsonb_to_recordset(p.facets) AS f(facet text, value text, name text)
        WHERE NOT p.closing_told GROUP BY p.locale, f.facet, f.value, f.name`,
    );
    await client.query('COMMIT');
    // So that nothing of it goes on beside what is measured next.
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
    return { slug, id };
  } finally {
    await client.end();
  }
}

const environment = (databaseUrl) => ({
  ...process.env,
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  DATABASE_URL: databaseUrl,
  OWNER_EMAIL: owner.email,
  OWNER_PASSWORD: owner.password,
  SITE_SECRET: 'bench'.repeat(8),
});

/** Starts a server and waits until it answers anything at all. */
async function app(name, args, port, env) {
  const program = start(name, process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const url = `http://127.0.0.1:${port}`;
  let ended;
  program.ended.then((how) => (ended = how));
  for (let tries = 0; tries < 300; tries += 1) {
    if (ended) throw new Error(`${name} ended while starting: ${ended}`);
    if (await fetch(url).catch(() => null))
      return { url, pid: program.child.pid, stop: (...how) => stop(program, ...how) };
    await sleep(100);
  }
  throw new Error(`${name} did not answer within 30 s`);
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
