import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Draft } from '@gonggo/contract';
import { type Caller, type Person, useApi } from './support/api.ts';
import { aPosting, aReadyDraft, firstSection, prose } from './support/postings.ts';

const api = useApi();
let owner: Person;
beforeAll(async () => {
  owner = await api.signIn('owner');
});

const linesOf = async (id: string) => {
  const { data } = await api.anonymous.postings.changes();
  return data.filter(({ postingId }) => postingId === id).map(({ type, version }) => [type, version]);
};
const save = (by: Caller, { id, sections }: Draft, words: string) =>
  by.drafts
    .getSection(id, sections[0]?.id ?? '')
    .then((now) => by.drafts.saveSection(id, now.id, now.revision, { content: prose(words) }));

describe('every act names the state of the draft that was looked at', () => {
  type Act = (by: Caller, id: string, revision?: number) => Promise<unknown>;
  const acts: Record<string, { act: Act; before?: (id: string) => Promise<unknown> }> = {
    publish: { act: (by, id, revision) => by.drafts.publish(id, { revision }) },
    withdraw: { act: (by, id, revision) => by.drafts.withdraw(id, { revision }) },
    close: { act: (by, id, revision) => by.drafts.close(id, { revision }) },
    reopen: {
      before: (id) => owner.drafts.close(id),
      act: (by, id, revision) => by.drafts.reopen(id, { closesAt: null }, { revision }),
    },
    restore: { act: (by, id, revision) => by.drafts.restore(id, 1, revision ?? 0) },
  };

  test.each(Object.keys(acts))(
    '%s after a save that was not seen: 412 with the newer draft',
    async (name) => {
      const { act, before } = acts[name] as (typeof acts)[string];
      const draft = await aPosting(owner);
      await before?.(draft.id);
      const { edits } = await owner.drafts.get(draft.id);
      const lines = await linesOf(draft.id);
      await save(await api.signIn('editor'), draft, '검토한 뒤에 고친 글');
      const now = await owner.drafts.get(draft.id);

      await expect(act(owner, draft.id, edits)).rejects.toMatchObject({
        status: 412,
        code: 'stale-revision',
        current: now,
      });
      expect(await owner.drafts.get(draft.id)).toEqual(now);
      expect(await linesOf(draft.id)).toEqual(lines);
      await act(owner, draft.id, now.edits);
    },
  );

  test.each(['publish', 'withdraw', 'close', 'reopen'])('%s takes one strong ETag or none', async (name) => {
    const { id } = await aPosting(owner);
    for (const tag of ['', '*', 'W/"1"', '"1", "2"', '1', '"x"']) {
      const reply = await owner.fetch(`/drafts/${id}/${name}`, {
        method: 'POST',
        headers: { 'if-match': tag, 'content-type': 'application/json' },
        body: JSON.stringify(name === 'reopen' ? { closesAt: null } : {}),
      });
      expect([name, tag, reply.status]).toEqual([name, tag, 400]);
    }
  });
});

test('what is live already is not published again, however often and by however many at once', async () => {
  const draft = await aReadyDraft(owner);
  const editors = await Promise.all(Array.from({ length: 10 }, () => api.signIn('editor')));
  const states = await Promise.all(
    editors.map((editor) => editor.drafts.publish(draft.id, { revision: draft.edits })),
  );
  expect(states).toEqual(Array(10).fill(states[0]));
  expect(states[0]).toMatchObject({ version: 1, state: 'open' });
  const page = await api.anonymous.fetch(`/postings/${encodeURIComponent(draft.facts.slug)}`);

  expect(await owner.drafts.publish(draft.id)).toEqual(states[0]);
  expect((await owner.drafts.publications(draft.id)).data).toHaveLength(1);
  expect(await linesOf(draft.id)).toEqual([['published', 1]]);
  const again = await api.anonymous.fetch(`/postings/${encodeURIComponent(draft.facts.slug)}`);
  expect(again.headers.get('etag')).toBe(page.headers.get('etag'));
});

test('an edit that was taken back is no change either, and the draft says so', async () => {
  const draft = await aPosting(owner, { words: '처음 글' });
  await save(owner, draft, '다른 글');
  await save(owner, draft, '처음 글');
  expect(await owner.drafts.get(draft.id)).toMatchObject({ changed: true });
  expect(await owner.drafts.publish(draft.id)).toEqual(draft.published);
  expect(await owner.drafts.get(draft.id)).toMatchObject({ changed: false, version: 1 });
});

test('what a publish would change without a save is published: a renamed team, the company’s name, a withdrawal', async () => {
  const team = await owner.taxonomy.add({ kind: 'team', nameKo: '물류팀' });
  const { id } = await aPosting(owner, { team: team.slug });
  await owner.taxonomy.change(team.id, 1, { nameKo: '창고팀' });
  expect(await owner.drafts.publish(id)).toMatchObject({ version: 2 });
  const { revision } = await api.anonymous.settings.get();
  await owner.settings.change(revision, { siteName: '이름을 바꾼 회사' });
  expect(await owner.drafts.publish(id)).toMatchObject({ version: 3 });
  await owner.drafts.withdraw(id);
  expect(await owner.drafts.publish(id)).toMatchObject({ version: 4, state: 'open' });
});

test('closed and reopened by hand, the same words are still the same publication', async () => {
  const draft = await aPosting(owner);
  const closed = await owner.drafts.close(draft.id);
  expect(await owner.drafts.publish(draft.id)).toEqual(closed);
  const reopened = await owner.drafts.reopen(draft.id, { closesAt: null });
  expect(await owner.drafts.publish(draft.id)).toEqual(reopened);
  await owner.drafts.saveSection(draft.id, firstSection(draft).id, 1, { content: prose('고친 글') });
  expect(await owner.drafts.publish(draft.id)).toMatchObject({ version: 3 });
});
