import { afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import { pngOf } from './proof/pictures.ts';
import { type Person, useApi } from './support/api.ts';
import { aReadyDraft, firstSection, prose, republish } from './support/postings.ts';

const api = useApi();
let owner: Person;
beforeAll(async () => {
  owner = await api.signIn('owner');
  // The session's moment is written once a minute: not now.
  await owner.drafts.list();
});
afterEach(() => void jest.restoreAllMocks());

interface Asked {
  text: string;
  name?: string;
}

/** What goes by itself in the background, whoever asks for what. */
const background =
  /^\s*(UPDATE job|SELECT 1$|SELECT revision FROM change_counter$|LISTEN|DELETE FROM rate_limit)/;

/** Every statement that is sent to PostgreSQL meanwhile, the ends of transactions included. */
async function statementsOf(act: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const send = jest.spyOn(pg.Client.prototype, 'query');
  await act();
  for (const [query] of send.mock.calls as unknown as [string | Asked][]) {
    const { text, name } = typeof query === 'string' ? { text: query, name: undefined } : query;
    if (!background.test(text)) asked.push({ text, ...(name ? { name } : {}) });
  }
  send.mockRestore();
  return asked;
}

/** The same without whatever else may run just then: the fewest of three. */
async function fewest(act: () => Promise<unknown>): Promise<Asked[]> {
  const tries = [await statementsOf(act), await statementsOf(act), await statementsOf(act)];
  return tries.sort((a, b) => a.length - b.length)[0] ?? [];
}

const named = (asked: Asked[]) => asked.flatMap(({ name }) => name ?? []);
const most = (asked: Asked[], limit: number) =>
  expect([asked.length <= limit, asked.length > 0, asked]).toEqual([true, true, asked]);

test('a save of a section is three statements, sign-in included, and its own two are prepared', async () => {
  const draft = await aReadyDraft(owner);
  const { id } = firstSection(draft);
  let revision = 0;
  const asked = await fewest(async () => {
    revision += 1;
    await owner.drafts.saveSection(draft.id, id, revision, { content: prose(`글 ${revision}`) });
  });
  most(asked, 3);
  expect(named(asked)).toEqual(['section-before-save', 'section-save']);
});

test('a publish is twelve statements at most, with pictures, a closing and an Idempotency-Key', async () => {
  const image = await owner.images.upload(new Blob([new Uint8Array(pngOf(31, 17))]), 'cover.png');
  const closesAt = new Date(Date.now() + 3_600_000).toISOString();
  const { id } = await aReadyDraft(owner, { cover: { imageId: image.id, alt: '표지' }, closesAt });
  await owner.drafts.publish(id);
  const change = async () => {
    const { revision } = await owner.drafts.get(id);
    await owner.drafts.change(id, revision, { summary: `${crypto.randomUUID()} 새로 쓴 요약이에요.` });
  };
  const tries: Asked[][] = [];
  for (let n = 0; n < 3; n++) {
    await change();
    tries.push(await statementsOf(() => owner.drafts.publish(id, { idempotencyKey: crypto.randomUUID() })));
  }
  const asked = tries.sort((a, b) => a.length - b.length)[0] ?? [];
  most(asked, 12);
  const main = ['publish-lock', 'publish-gather', 'put-live', 'publish-keep', 'record-change'];
  expect(named(asked)).toEqual(expect.arrayContaining(main));
  // The name says that it is prepared once for each connection, the text which columns there are: both together.
  await republish(owner, id);
});

test('what is live already costs a publish no writing', async () => {
  const { id } = await aReadyDraft(owner);
  await owner.drafts.publish(id);
  const asked = await fewest(() => owner.drafts.publish(id));
  most(asked, 6);
  expect(asked.filter(({ text }) => /INSERT|DELETE/.test(text))).toEqual([]);
});
