import { expect, jest, test } from '@jest/globals';
import type { Draft, DraftSection } from '@gonggo/contract';
import { ApiProblem, type Client } from '@gonggo/contract/client';
import { DraftStore } from '../editor/draft-store.ts';
import type { LocalCopies } from '../saving/local-copies.ts';
import { restorePublication } from './restore-publication.ts';

const section = (heading: string, revision: number) =>
  ({ id: 'a', kind: 'quote', heading, content: { words: '' }, revision }) as unknown as DraftSection;
const aDraft = (sections: DraftSection[], edits: number) =>
  ({ id: 'p', sections, edits, outlineRevision: 1, revision: 1, facts: {}, images: {} }) as unknown as Draft;

const problem = (status: number, current?: object) =>
  new ApiProblem({
    type: '',
    title: '',
    status,
    code: status === 412 ? 'stale-revision' : 'invalid-document',
    detail: '',
    requestId: '',
    ...(current ? { current } : {}),
  });

function aPage(onServer: Draft) {
  const drafts = {
    get: jest.fn(async () => onServer),
    restore: jest.fn(async (_id: string, _version: number, edits: number, _once?: object) =>
      aDraft([section('then', 9)], edits + 1),
    ),
    saveSection: jest.fn(async () => section('mine', 2)),
  };
  const client = { drafts } as unknown as Client;
  const copies: LocalCopies = { put: jest.fn(), drop: jest.fn(), leftBehind: async () => [] };
  const store = new DraftStore(client, aDraft([section('now', 1)], 4), copies, 'me');
  return { client, drafts, store, heading: () => store.section('a')?.save.snapshot.value.heading };
}

test('puts back what this page shows, on the revision of the whole draft', async () => {
  const { client, drafts, store } = aPage(aDraft([section('now', 1)], 4));
  expect(await restorePublication(client, store, 2)).toMatchObject({ edits: 5 });
  expect(drafts.restore).toHaveBeenCalledWith('p', 2, 4, { idempotencyKey: expect.any(String) });
});

test('stops when something typed here is not saved', async () => {
  const { client, drafts, store, heading } = aPage(aDraft([section('now', 1)], 4));
  drafts.saveSection.mockRejectedValue(problem(400));
  store.section('a')?.save.change({ heading: 'mine', content: {} as never });
  await expect(restorePublication(client, store, 2)).rejects.toMatchObject({ why: 'unsaved' });
  expect(drafts.restore).not.toHaveBeenCalled();
  expect(heading()).toBe('mine');
});

test('goes on without a picture that failed, which would go with the text anyway', async () => {
  const { client, drafts, store } = aPage(aDraft([section('now', 1)], 4));
  const upload = store.uploads.add(Promise.reject(new Error('too big')));
  await Promise.all([restorePublication(client, store, 2), expect(upload).rejects.toThrow('too big')]);
  expect(drafts.restore).toHaveBeenCalledTimes(1);
});

test('shows what somebody else saved instead of overwriting it', async () => {
  const { client, drafts, store, heading } = aPage(aDraft([section('theirs', 2)], 5));
  await expect(restorePublication(client, store, 2)).rejects.toMatchObject({ why: 'changed' });
  expect(drafts.restore).not.toHaveBeenCalled();
  expect(heading()).toBe('theirs');
});

test('shows what somebody saved in the very moment, too', async () => {
  const { client, drafts, store, heading } = aPage(aDraft([section('now', 1)], 4));
  drafts.restore.mockRejectedValue(problem(412, aDraft([section('theirs', 2)], 5)));
  await expect(restorePublication(client, store, 2)).rejects.toMatchObject({ why: 'changed' });
  expect(heading()).toBe('theirs');
});
