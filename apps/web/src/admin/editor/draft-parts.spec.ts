import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { ChangeFacts, Draft, DraftFacts } from '@gonggo/contract';
import { ApiProblem, type Client } from '@gonggo/contract/client';
import { factsAutosave } from './draft-parts.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const facts = { title: '제목', summary: '요약', slug: 'a', jobTitle: '' } as DraftFacts;
const refused = (code: 'bad-request' | 'slug-taken', ...names: string[]) =>
  new ApiProblem({
    type: '',
    title: '',
    status: code === 'slug-taken' ? 409 : 400,
    code,
    detail: 'no',
    requestId: '',
    errors: names.map((name) => ({ pointer: `/${name}`, message: 'no' })),
  });

/** A server that takes every fact but those that `refuses` finds something wrong with. */
function aServer(refuses: (change: ChangeFacts) => ApiProblem | null) {
  const saved: ChangeFacts[] = [];
  let revision = 1;
  const change = (_: string, base: number, given: ChangeFacts) => {
    const problem = refuses(given);
    if (problem) return Promise.reject(problem);
    expect(base).toBe(revision);
    saved.push(given);
    const now = Object.assign({}, facts, ...saved) as DraftFacts;
    return Promise.resolve({ facts: now, revision: ++revision, updatedAt: 'now' } as Draft);
  };
  const draft = { id: 'd', facts, revision, updatedAt: '' } as Draft;
  return { saved, save: factsAutosave({ drafts: { change } } as unknown as Client, draft, () => {}) };
}

test.each([
  [
    'title',
    (change: ChangeFacts) => (change.title === '나쁜' ? refused('bad-request', 'title') : null),
    { title: '나쁜' },
  ],
  [
    'slug',
    (change: ChangeFacts) => (change.slug === 'taken' ? refused('slug-taken') : null),
    { slug: 'taken' },
  ],
] as const)('a refused %s holds back no other fact', async (_, refuses, wrong) => {
  const { save, saved } = aServer(refuses);
  save.change({ ...facts, ...wrong, summary: '새 요약' });
  await jest.advanceTimersByTimeAsync(800);

  expect(saved).toEqual([{ summary: '새 요약' }]);
  expect(save.snapshot).toMatchObject({ state: { kind: 'refused' }, value: wrong, stored: { revision: 2 } });

  save.change({ ...save.snapshot.value, jobTitle: '개발자' });
  await jest.advanceTimersByTimeAsync(800);
  expect(saved.at(-1)).toEqual({ jobTitle: '개발자' });

  save.change({ ...save.snapshot.value, title: '좋은', slug: 'free' });
  await jest.advanceTimersByTimeAsync(800);
  expect(save.snapshot.state.kind).toBe('saved');
  expect(save.snapshot.stored.value).toMatchObject({ title: '좋은', slug: 'free', jobTitle: '개발자' });
});

test('where nothing else changed, or nothing is named, it is tried once', async () => {
  for (const problem of [refused('bad-request', 'title'), refused('bad-request')]) {
    const { save, saved } = aServer(() => problem);
    save.change({ ...facts, title: '나쁜' });
    await jest.advanceTimersByTimeAsync(800);
    expect(saved).toEqual([]);
    expect(save.snapshot.state).toEqual({ kind: 'refused', problem });
  }
});
