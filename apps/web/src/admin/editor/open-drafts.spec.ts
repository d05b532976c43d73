/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { expect, test } from '@jest/globals';
import type { Draft } from '@gonggo/contract';
import { leaveDraft, openDraft } from './open-drafts.ts';

const draft = {
  ...{ id: 'p', locale: 'ko', sections: [], images: {}, revision: 1, outlineRevision: 1, edits: 1 },
  facts: {},
} as unknown as Draft;

test('a draft that is left is opened afresh, also when a picture on its way up failed', async () => {
  const store = openDraft(draft, 'me');
  let fail = (_: Error) => undefined as void;
  const upload = store.uploads.add(new Promise<void>((_, no) => (fail = no)));
  const left = leaveDraft('p');
  expect(openDraft(draft, 'me')).toBe(store);
  fail(new Error('too big'));
  await expect(upload).rejects.toThrow('too big');
  await left;
  expect(openDraft(draft, 'me')).not.toBe(store);
});
