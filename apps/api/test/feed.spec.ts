import { beforeAll, expect, test } from '@jest/globals';
import type { Change, PostingListItem } from '@gonggo/contract';
import { type Person, useApi } from './support/api.ts';
import { listenTo } from './support/stream.ts';
import { aPosting, aReadyDraft, eventually, republish } from './support/postings.ts';

const api = useApi();
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
});

/** What a consumer knows who has only the feed, and fetches what it names. */
async function replay(): Promise<Map<string, { status: string; version: number; slug: string }>> {
  const known = new Map<string, { status: string; version: number; slug: string }>();
  let since: string | undefined;
  for (;;) {
    const { data, cursor } = await api.anonymous.postings.changes(since);
    if (!data.length) return known;
    since = cursor;
    for (const { type, postingId, slug, version, closesAt } of data) {
      if (type === 'withdrawn') known.delete(postingId);
      else
        known.set(postingId, {
          status:
            type === 'closed' ? 'closed' : closesAt && Date.parse(closesAt) <= Date.now() ? 'closed' : 'open',
          version,
          slug,
        });
    }
  }
}

async function wholeList(): Promise<PostingListItem[]> {
  const items: PostingListItem[] = [];
  let cursor: string | undefined;
  do {
    const { data, page } = await api.anonymous.postings.list({ status: 'all', limit: 3, cursor });
    items.push(...data);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

test('replaying the feed rebuilds the list', async () => {
  const drafts = [];
  for (let n = 0; n < 8; n++) drafts.push(await aPosting(cto, n % 3 === 0 ? { locale: 'en' } : {}));
  const [a, b, c, d, e] = drafts.map(({ id }) => id) as [string, string, string, string, string];
  await cto.drafts.withdraw(a);
  await cto.drafts.close(b);
  await cto.drafts.close(c);
  await cto.drafts.reopen(c, { closesAt: null });
  await cto.drafts.withdraw(d);
  await cto.drafts.publish(d);
  const { revision } = await cto.drafts.get(e);
  await cto.drafts.change(e, revision, { slug: 'moved-elsewhere' });
  await cto.drafts.publish(e);

  const list = (await wholeList()).map(
    ({ id, status, version, slug }) => [id, { status, version, slug }] as const,
  );
  expect(new Map([...(await replay())].sort())).toEqual(new Map([...list].sort()));
});

test('the feed is read from a cursor on, in pages', async () => {
  const { cursor } = await api.anonymous.postings.changes();
  const draft = await aPosting(cto);
  await republish(cto, draft.id);
  const page = async (since: string) =>
    (await (await api.anonymous.fetch(`/changes?since=${since}&limit=1`)).json()) as {
      data: Change[];
      cursor: string;
    };
  const first = await page(cursor);
  const second = await page(first.cursor);
  const third = await page(second.cursor);
  expect([first, second].map(({ data }) => data.map(({ type }) => type))).toEqual([
    ['published'],
    ['updated'],
  ]);
  expect(third).toEqual({ data: [], cursor: second.cursor });
});

test('the stream tells what happens within a second, and goes on where a listener was', async () => {
  const early = await listenTo(api.url);
  const draft = await aPosting(cto);
  const [first] = await eventually(
    async () => early.events,
    (events) => events.length === 1,
    1000,
  );
  expect(first).toMatchObject({
    event: 'change',
    data: { type: 'published', postingId: draft.id, seq: Number(first?.id) },
  });
  early.stop();

  await republish(cto, draft.id);
  await cto.drafts.close(draft.id);
  const back = await listenTo(api.url, { 'last-event-id': first?.id ?? '' });
  await eventually(
    async () => back.events,
    (events) => events.length === 2,
    1000,
  );
  await cto.drafts.withdraw(draft.id);
  const events = await eventually(
    async () => back.events,
    (all) => all.length === 3,
    1000,
  );
  expect(events.map(({ data }) => (data as Change).type)).toEqual(['updated', 'closed', 'withdrawn']);
  expect(events.map(({ id }) => Number(id))).toEqual([1, 2, 3].map((n) => Number(first?.id) + n));
  back.stop();

  const all = await listenTo(api.url, {}, '?since=0');
  const { data } = await api.anonymous.postings.changes();
  await eventually(
    async () => all.events,
    (heard) => heard.length === data.length,
    2000,
  );
  const lines = all.events.map((one) => {
    const { revision: _, ...line } = one.data as Change & { revision: number };
    return line;
  });
  expect(lines).toEqual(data);
  all.stop();
});

test('many listeners hear many who publish at once, each line once and in order', async () => {
  const listeners = await Promise.all(Array.from({ length: 10 }, () => listenTo(api.url)));
  const drafts = await Promise.all(Array.from({ length: 8 }, () => aReadyDraft(cto)));
  await Promise.all(drafts.map(({ id }) => cto.drafts.publish(id)));
  for (const listener of listeners) {
    const events = await eventually(
      async () => listener.events,
      (all) => all.length >= 8,
    );
    const seqs = events.map(({ id }) => Number(id));
    expect(seqs).toEqual(seqs.map((_, n) => (seqs[0] ?? 0) + n));
    expect(seqs).toHaveLength(8);
    listener.stop();
  }
});

test('when only bytes changed, listeners are told to look again', async () => {
  const listener = await listenTo(api.url);
  const settings = await cto.settings.get();
  await cto.settings.change(settings.revision, { taglineKo: '같이 만들어요' });
  await eventually(
    async () => listener.events,
    (events) => events.some(({ event }) => event === 'refresh'),
  );
  listener.stop();
});

test('a stream is asked for rightly or refused', async () => {
  for (const [path, headers] of [
    ['/changes/stream?since=x', {}],
    ['/changes/stream?foo=1', {}],
    ['/changes/stream', { 'last-event-id': 'x' }],
  ] as const) {
    expect((await api.anonymous.fetch(path, { headers })).status).toBe(400);
  }
  const head = await api.anonymous.fetch('/changes/stream', { method: 'HEAD' });
  expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
});
