import { expect, test } from '@jest/globals';
import type { Entry } from './entry.ts';
import { ReplyStore } from './reply-store.ts';

const about = (what: string, revision: number) => ({
  status: 200,
  headers: {},
  body: what,
  revision,
  shows: { what },
});
const showing =
  (what: string) =>
  ({ shows }: Entry): boolean =>
    !shows || (shows as { what: string }).what === what;

test('only what shows the part that changed is forgotten', async () => {
  const store = new ReplyStore({ maxBytes: 100_000 });
  for (const what of ['a', 'b']) await store.fill(what, async () => about(what, 1));
  await store.fill('unknown', async () => ({ status: 200, headers: {}, body: '?' }));
  store.dropPart(showing('a'), 2);
  expect(['a', 'b', 'unknown'].map((key) => store.get(key) !== undefined)).toEqual([false, true, false]);
});

test('a reply older than a change is kept if it shows nothing of it', async () => {
  const store = new ReplyStore({ maxBytes: 100_000 });
  store.dropPart(showing('a'), 2);
  for (const what of ['a', 'b']) await store.fill(what, async () => about(what, 1));
  expect([store.get('a'), store.get('b')?.revision]).toEqual([undefined, 1]);
  await store.fill('a', async () => about('a', 2));
  expect(store.get('a')?.revision).toBe(2);
});

test('a render under way is not kept, whatever it shows', async () => {
  const store = new ReplyStore({ maxBytes: 100_000 });
  let release = () => undefined as void;
  const slow = store.fill('b', () => new Promise((done) => (release = () => done(about('b', 1)))));
  store.dropPart(showing('a'), 2);
  release();
  await slow;
  expect(store.get('b')).toBeUndefined();
});

test('of more changes than are remembered, older replies are not kept at all', async () => {
  const store = new ReplyStore({ maxBytes: 100_000 });
  for (let revision = 1; revision <= 501; revision += 1) store.dropPart(showing('a'), revision);
  await store.fill('b', async () => about('b', 0));
  expect(store.get('b')).toBeUndefined();
  await store.fill('b', async () => about('b', 1));
  expect(store.get('b')?.revision).toBe(1);
});
