// Part of `npm run bench`: how what readers and authors wait for grows with the number of live postings.
//   node tools/bench/many.mjs [--quick]   the same alone
import autocannon from 'autocannon';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, origin, signIn } from './author.mjs';
import { residentMiB } from './cpu.mjs';
import { median } from './load.mjs';
import { alone } from './alone.mjs';
import { root } from '../settings.mjs';
import { fillTo, startBareNext, startGonggo } from './subjects.mjs';

const sizes = [1_000, 20_000];
const summary = '서버를 만들고 고치는 일을 함께할 사람을 찾아요. 천천히 오래 하실 분이면 좋아요.';

/** Answers facts as lines: what was measured → its figure. */
export async function measureMany(databaseUrl, { quick = false } = {}) {
  const gonggo = await startGonggo(databaseUrl);
  const cookie = await signIn(gonggo.api, gonggo.owner);
  const at = {};
  for (const size of sizes) {
    await fillTo(databaseUrl, size);
    at[size] = await waitsOf(gonggo, cookie, quick ? 8 : 40);
  }
  const [few, many] = sizes.map((size) => at[size]);
  const growth = Object.entries(few).map(([what, ms]) => [
    `${what}, ms at ${sizes.join(' / ')} (ratio)`,
    `${round(ms)} / ${round(many[what])} (${round(many[what] / ms)})`,
  ]);
  return {
    ...Object.fromEntries(growth),
    ...(await keptPages(gonggo, cookie, quick)),
    ...(await misses(gonggo)),
    ...(await surfaces(gonggo, cookie, quick ? 10 : 60)),
    ...(await staleAnswers(gonggo, cookie, quick ? 50 : 500)),
    ...(await fullCaches(gonggo, quick)),
  };
}

/** Medians, each after a publication, so that nothing is kept of what it touches. */
async function waitsOf({ api, site, id, slug }, cookie, times) {
  const readings = {
    facets: `${api.url}/api/v1/facets?locale=ko`,
    'a later page of a list': await laterPage(api),
    home: `${site.url}/`,
    sitemap: `${site.url}/sitemap.xml`,
    feed: `${site.url}/feed.xml`,
    'what else is open': `${api.url}/api/v1/postings/${encodeURIComponent(slug)}/related`,
  };
  const took = Object.fromEntries([...Object.keys(readings), 'publish'].map((what) => [what, []]));
  for (let n = 0; n < times + 2; n += 1) {
    await edit(api, cookie, id, { summary: `${summary} ${n}` });
    const published = await timed(() => ask(api, cookie, 'POST', `/drafts/${id}/publish`));
    if (n >= 2) took.publish.push(published);
    for (const [what, url] of Object.entries(readings)) {
      const read = await timed(() => text(url));
      if (n >= 2) took[what].push(read);
    }
  }
  return Object.fromEntries(Object.entries(took).map(([what, all]) => [what, median(all)]));
}

/** Two hundred kept pages under load, quiet and while a posting is published each second. */
async function keptPages({ api, site, id }, cookie, quick) {
  const paths = await pagesOf(api, 200);
  const load = async () => {
    for (const path of paths) await text(site.url + path);
    const requests = paths.map((path) => ({ method: 'GET', path }));
    const result = await autocannon({ url: site.url, connections: 50, duration: quick ? 3 : 8, requests });
    if (result.non2xx || result.errors) throw new Error(`${result.non2xx + result.errors} pages failed`);
    return result.requests.average;
  };
  const rates = { quiet: [], busy: [] };
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    rates.quiet.push(await load());
    let on = true;
    const publishing = (async () => {
      for (let n = 0; on; n += 1, await sleep(1000)) {
        await edit(api, cookie, id, { summary: `${summary} 바쁘게 ${n}` });
        await ask(api, cookie, 'POST', `/drafts/${id}/publish`);
      }
    })();
    rates.busy.push(await load());
    on = false;
    await publishing;
  }
  const [quiet, busy] = [median(rates.quiet), median(rates.busy)];
  return {
    'Kept pages a second, quiet / publishing each second': `${Math.round(quiet)} / ${Math.round(busy)} (${round(busy / quiet)})`,
  };
}

/** A page that is made anew, beside a bare Next page that is rendered at each request. */
async function misses({ api, site, slug }) {
  const html = await (
    await fetch(`${api.url}/api/v1/postings/${encodeURIComponent(slug)}?format=html`)
  ).text();
  const bare = await startBareNext(join(root, 'tools/bench/bare-next'), { title: slug, html });
  const paths = await pagesOf(api, 150, 300);
  const [ours, theirs] = [[], []];
  for (const [n, path] of paths.entries()) {
    const page = await timed(() => text(site.url + path));
    const next = await timed(() => text(`${bare.url}/each`));
    if (n >= 30) {
      ours.push(page);
      theirs.push(next);
    }
  }
  await bare.stop();
  const [ms, least] = [median(ours), median(theirs)];
  return {
    'A page that is not kept, ms: ours / bare Next (ratio)': `${round(ms)} / ${round(least)} (${round(ms / least)})`,
  };
}

/** From the answer to a publication until page, home, feed, sitemap, API, list and facets show it. */
async function surfaces({ api, site, id, slug }, cookie, times) {
  const took = [];
  for (let n = 0; n < times; n += 1) {
    const title = `seven ${n} ${slug}`;
    await edit(api, cookie, id, { title });
    await ask(api, cookie, 'POST', `/drafts/${id}/publish`);
    const began = performance.now();
    const part = (await text(`${site.url}/sitemap.xml`)).match(
      new RegExp(`/sitemap/${id.slice(0, 2)}[^<]*`),
    )?.[0];
    const [page, feed, one, list] = await Promise.all([
      text(`${site.url}/posts/${encodeURIComponent(slug)}`),
      text(`${site.url}/feed.xml`),
      text(`${api.url}/api/v1/postings/${encodeURIComponent(slug)}`),
      text(`${api.url}/api/v1/postings?limit=20`),
      text(`${site.url}/`),
      text(`${api.url}/api/v1/facets`),
      text(`${site.url}${part ?? '/sitemap.xml'}`),
    ]);
    took.push(performance.now() - began);
    if (![page, one].every((shown) => shown.includes(title)))
      throw new Error('A surface shows the old title');
    void feed;
    void list;
  }
  return { 'A publication on seven surfaces, ms p50 / p99': `${round(median(took))} / ${round(p99(took))}` };
}

/** Publications through each port, and what the site shows right after the answer. */
async function staleAnswers({ api, site, id, slug }, cookie, times) {
  const page = `${site.url}/posts/${encodeURIComponent(slug)}`;
  const facts = {};
  for (const [name, door] of Object.entries({ 'the API': api, 'the site': site })) {
    let old = 0;
    let uninformed = 0;
    const took = [];
    for (let n = 0; n < times; n += 1) {
      const title = `${name} ${n}`;
      await edit(api, cookie, id, { title });
      await text(page);
      const began = performance.now();
      const reply = await publishBy(door, cookie, id);
      took.push(performance.now() - began);
      if (reply.headers.get('sites-informed') !== '?1') uninformed += 1;
      if (!(await text(page)).includes(title)) old += 1;
    }
    facts[`Old answers after ${times} publications by ${name} (answers with ?0)`] = `${old} (${uninformed})`;
    facts[`Publishing by ${name}, all sites told, ms p50 / p99`] =
      `${round(median(took))} / ${round(p99(took))}`;
  }
  return facts;
}

/** As many different pages and replies as fill both stores, in all codings. */
async function fullCaches({ api, site }, quick) {
  const paths = await pagesOf(api, quick ? 500 : 1_500);
  const read = async (url, coding) =>
    (await fetch(url, { headers: { 'accept-encoding': coding } })).arrayBuffer();
  for (const path of paths)
    await Promise.all(
      ['identity', 'gzip', 'br'].flatMap((coding) => [
        read(site.url + path, coding),
        read(`${api.url}/api/v1/postings/${path.split('/').at(-1)}`, coding),
      ]),
    );
  return {
    'Site memory with full caches, MiB': residentMiB(site.pid),
    'API memory with full caches, MiB': residentMiB(api.pid),
  };
}

/** Paths of so many postings, the newest first; `skip` leaves out those that others measure. */
async function pagesOf(api, count, skip = 0) {
  const paths = [];
  for (let cursor = ''; paths.length < count + skip && cursor !== null;) {
    const query = cursor && `&cursor=${cursor}`;
    const { data, page } = JSON.parse(await text(`${api.url}/api/v1/postings?locale=ko&limit=100${query}`));
    paths.push(...data.map(({ slug }) => `/posts/${encodeURIComponent(slug)}`));
    cursor = page.nextCursor;
  }
  return paths.slice(skip, skip + count);
}

async function laterPage(api) {
  const first = JSON.parse(await text(`${api.url}/api/v1/postings?limit=100`));
  return `${api.url}/api/v1/postings?limit=20&cursor=${first.page.nextCursor}`;
}

async function publishBy({ url }, cookie, id) {
  const headers = { cookie, origin };
  const reply = await fetch(`${url}/api/v1/drafts/${id}/publish`, { method: 'POST', headers });
  if (!reply.ok) throw new Error(`Publishing answered ${reply.status}: ${await reply.text()}`);
  await reply.arrayBuffer();
  return reply;
}

/** What is live already is not published again: each publication needs an edit. */
async function edit(api, cookie, id, facts) {
  const { revision } = await ask(api, cookie, 'GET', `/drafts/${id}`);
  await ask(api, cookie, 'PATCH', `/drafts/${id}`, facts, revision);
}

async function timed(act) {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

async function text(url) {
  const reply = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  if (!reply.ok) throw new Error(`${url} answered ${reply.status}: ${await reply.text()}`);
  return reply.text();
}

const round = (value) => Math.round(value * 100) / 100;
const p99 = (values) => [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1];

alone(import.meta.url, measureMany);
