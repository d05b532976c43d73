/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { expect, test } from '@jest/globals';
import type { DraftFacts } from '@gonggo/contract';
import { ApiProblem } from '@gonggo/contract/client';
import { act, renderHook } from '@testing-library/react';
import { Autosave, type Stored } from '../saving/autosave.ts';
import { same } from '../saving/same.ts';
import { FactsTyping } from './facts-typing.ts';
import { mergeFacts } from './merge-facts.ts';
import { useFactsForm } from './use-facts-form.ts';

const facts: DraftFacts = {
  title: '제목',
  jobTitle: '백엔드 개발자',
  summary: '',
  slug: '제목',
  cover: null,
  company: '',
  team: null,
  jobFamily: null,
  experience: null,
  level: null,
  employmentType: null,
  locations: [],
  remote: null,
  pay: null,
  openings: null,
  opensAt: null,
  closesAt: '2099-12-01T00:00:00Z',
  closesAtZone: 'Asia/Seoul',
  applyUrl: null,
  tagIds: [],
  authors: [],
};

/** A draft's facts on a server that `others` change behind the form's back. */
function aDraftOf(first: DraftFacts) {
  let now: Stored<DraftFacts> = { value: first, revision: 1, at: null, by: null };
  const next = (value: DraftFacts) => (now = { ...now, value, revision: now.revision + 1 });
  const save = new Autosave<DraftFacts>({
    stored: now,
    same,
    merge: mergeFacts,
    readCurrent: (current) => current as Stored<DraftFacts>,
    keep: () => undefined,
    save: async (value, base) => {
      if (base.revision !== now.revision) {
        const words = { type: '', title: '', detail: '', requestId: '' };
        throw new ApiProblem({ ...words, status: 412, code: 'stale-revision', current: now });
      }
      return next(value);
    },
  });
  const typing = new FactsTyping();
  return {
    open: () => renderHook(() => useFactsForm(save, typing, false)),
    saved: () => act(async () => void (await save.flush())),
    others: (change: Partial<DraftFacts>) => next({ ...now.value, ...change }),
    now: () => now.value,
  };
}

test('what somebody else saved while the form was away is not taken back by the next keystroke', async () => {
  const draft = aDraftOf(facts);
  const away = draft.open();
  act(() => away.result.current.form.setValue('title', '새 제목'));
  act(() => away.result.current.form.setValue('payMin', '협의'));
  away.unmount();
  draft.others({ closesAt: '2099-06-01T00:00:00Z' });
  await draft.saved();
  await draft.saved();
  expect(draft.now()).toMatchObject({ title: '새 제목', closesAt: '2099-06-01T00:00:00Z' });

  const back = draft.open();
  const { form } = back.result.current;
  expect(form.getValues()).toMatchObject({ payMin: '협의', closes: '2099-06-01T09:00' });
  act(() => form.setValue('payMin', '6000만'));
  await draft.saved();
  expect(draft.now()).toMatchObject({
    title: '새 제목',
    closesAt: '2099-06-01T00:00:00Z',
    pay: { min: 60_000_000 },
  });
  back.unmount();
});

test('leaving a field tidies what was typed, and nothing that came that way from another client', async () => {
  const draft = aDraftOf({
    ...facts,
    locations: [{ country: 'UK', region: 'London', locality: '' }],
    applyUrl: 'https://jobs.gonggo.example',
  });
  const { result, unmount } = draft.open();
  const { form, onBlur } = result.current;
  act(() => form.setValue('payMin', '6000만'));
  act(() => onBlur());
  await draft.saved();
  expect(form.getValues()).toMatchObject({ payMin: '60,000,000', locations: [{ country: 'UK' }] });
  expect(draft.now()).toMatchObject({
    applyUrl: 'https://jobs.gonggo.example',
    locations: [{ country: 'UK', region: 'London', locality: '' }],
  });
  act(() => form.setValue('locations.0.country', '영국'));
  act(() => onBlur());
  expect(form.getValues('locations.0.country')).toBe('GB');
  unmount();
});
