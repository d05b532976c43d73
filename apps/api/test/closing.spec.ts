import { expect, test } from '@jest/globals';
import type { ChangeList } from '@gonggo/contract';
import pg from 'pg';
import { type TestApi, startApi, useApi } from './support/api.ts';
import { aPosting, aReadyDraft, eventually, soon, waitingSql } from './support/postings.ts';

const api = useApi();

/** Everything the API shows of one posting, by surface. */
async function surfaces(of: TestApi, id: string, slug: string) {
  const { postings } = of.anonymous;
  const [posting, open, closed, all, facets, jsonld, text] = await Promise.all([
    postings.get(slug),
    postings.list({ limit: 100 }),
    postings.list({ status: 'closed', limit: 100 }),
    postings.list({ status: 'all', limit: 100 }),
    postings.facets(),
    postings.jsonld(slug),
    postings.text(slug, 'text'),
  ]);
  const graph = (jsonld as { '@graph': { '@type': string }[] })['@graph'];
  return {
    posting: posting.status,
    inOpenList: open.data.some((one) => one.id === id),
    inClosedList: closed.data.some((one) => one.id === id),
    inAll: all.data.find((one) => one.id === id)?.status,
    facets: facets.locale[0]?.count ?? 0,
    job: graph.some((node) => node['@type'] === 'JobPosting'),
    text,
  };
}

test('at its moment everything flips together, the feed tells it once, and reopening flips it back', async () => {
  const cto = await api.signIn('owner');
  const closesAt = soon(5000);
  const { id, facts } = await aPosting(cto, { closesAt });
  const open = await surfaces(api, id, facts.slug);
  expect(open).toMatchObject({
    posting: 'open',
    inOpenList: true,
    inClosedList: false,
    inAll: 'open',
    facets: 1,
    job: true,
  });

  // Read all the while, so that every reply is in memory when the moment comes. An answer that came after it
  // may have been given on either side of it.
  const moment = Date.parse(closesAt);
  while (Date.now() < moment) {
    const { posting } = await surfaces(api, id, facts.slug);
    if (Date.now() < moment) expect(posting).toBe('open');
  }
  await new Promise((done) => setTimeout(done, moment - Date.now() + 5));
  const closed = await surfaces(api, id, facts.slug);
  expect(closed).toMatchObject({
    posting: 'closed',
    inOpenList: false,
    inClosedList: true,
    inAll: 'closed',
    facets: 0,
    job: false,
  });
  expect(closed.text).not.toBe(open.text);

  const feed = () => api.anonymous.postings.changes();
  const told = await eventually(feed, ({ data }) => data.some(({ type }) => type === 'closed'));
  expect(Date.now() - Date.parse(closesAt)).toBeLessThan(5000);
  expect(told.data.at(-1)).toMatchObject({ type: 'closed', postingId: id, at: closesAt, closesAt });
  expect((await cto.drafts.get(id)).state).toBe('closed');

  await cto.drafts.reopen(id, { closesAt: null });
  expect(await surfaces(api, id, facts.slug)).toMatchObject({
    posting: 'open',
    inOpenList: true,
    inClosedList: false,
    facets: 1,
    job: true,
  });
  expect((await feed()).data.map(({ type }) => type)).toEqual(['published', 'closed', 'reopened']);
});

test('the ETag and Last-Modified of a posting move with its closing', async () => {
  const cto = await api.signIn('owner');
  const closesAt = soon(4000);
  const { facts } = await aPosting(cto, { closesAt });
  const head = () => api.anonymous.fetch(`/postings/${encodeURIComponent(facts.slug)}`, { method: 'HEAD' });
  const open = await head();
  await new Promise((done) => setTimeout(done, Date.parse(closesAt) - Date.now() + 5));
  const closed = await head();
  expect(closed.headers.get('etag')).not.toBe(open.headers.get('etag'));
  expect(Date.parse(closed.headers.get('last-modified') ?? '')).toBe(
    Math.floor(Date.parse(closesAt) / 1000) * 1000,
  );
});

test('three instances tell each of twenty closings once', async () => {
  const others = [await startAnother(), await startAnother()];
  try {
    const cto = await api.signIn('owner');
    const drafts = await Promise.all(Array.from({ length: 20 }, () => aReadyDraft(cto)));
    const ids = drafts.map(({ id }) => id);
    const closesAt = soon(6000);
    await Promise.all(
      drafts.map(async ({ id, revision }) => {
        await cto.drafts.change(id, revision, { closesAt });
        await cto.drafts.publish(id);
      }),
    );
    const closings = ({ data }: ChangeList) =>
      data.filter(({ type, postingId }) => type === 'closed' && ids.includes(postingId));
    await eventually(
      () => api.anonymous.postings.changes(),
      (list) => closings(list).length >= 20,
      15_000,
    );
    await new Promise((done) => setTimeout(done, 1500));
    const told = closings(await api.anonymous.postings.changes());
    expect(told.map(({ postingId }) => postingId).sort()).toEqual([...ids].sort());
    expect(new Set(told.map(({ at }) => at))).toEqual(new Set([closesAt]));
  } finally {
    for (const other of others) await other.close();
  }
});

async function startAnother() {
  const { createApp } = await import('../src/app.setup.ts');
  const app = await createApp(api.config);
  await app.init();
  return app;
}

test('the database’s clock decides, wherever it is put', async () => {
  const own = await startApi({ CACHE_MB: '0' });
  try {
    const cto = await own.signIn('owner');
    const { id, facts } = await aPosting(cto, { closesAt: soon(3_600_000) });
    const moment = Date.parse(facts.closesAt ?? '');
    await own.clock.setTo(new Date(moment - 60_000));
    expect((await own.anonymous.postings.get(facts.slug)).status).toBe('open');
    await own.clock.setTo(new Date(moment + 1));
    expect(await surfaces(own, id, facts.slug)).toMatchObject({
      posting: 'closed',
      inOpenList: false,
      facets: 0,
      job: false,
    });
    const feed = await eventually(
      () => own.anonymous.postings.changes(),
      ({ data }) => data.length === 2,
    );
    expect(feed.data[1]).toMatchObject({ type: 'closed', at: facts.closesAt });
    await cto.drafts.change(id, (await cto.drafts.get(id)).revision, { closesAt: soon(7_300_000) });
    expect(await cto.drafts.publish(id)).toMatchObject({ state: 'open', version: 2 });
    expect((await own.anonymous.postings.changes()).data.at(-1)).toMatchObject({
      type: 'reopened',
      version: 2,
    });
  } finally {
    await own.stop();
  }
});

test('texts that are made anew while it closes do not undo that it was told', async () => {
  const { id } = await aPosting(await api.signIn('owner'), { closesAt: soon(1000) });
  const live = 'published_posting WHERE posting_id = $1';
  const told = async () =>
    (await api.sql<{ told: boolean }>(`SELECT closing_told AS told FROM ${live}`, [id]))[0]?.told;
  // As a publish in another language does: it holds the group, and writes what it read before the closing.
  const other = new pg.Client({ connectionString: api.database.url });
  await other.connect();
  await other.query('BEGIN');
  await other.query(`SELECT pg_advisory_xact_lock(hashtextextended(variant_group::text, 2)) FROM ${live}`, [
    id,
  ]);
  await eventually(
    async () => (await told()) || (await api.sql(waitingSql)).length > 0,
    (moment) => moment,
  );
  await other.query('UPDATE published_posting SET closing_told = false WHERE posting_id = $1', [id]);
  await other.query('COMMIT');
  await other.end();
  await eventually(told, (yes) => yes === true);
});
