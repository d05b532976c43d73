import { expect, test } from '@jest/globals';
import type { DraftSection } from '@gonggo/contract';
import type { ApiProblem } from '@gonggo/contract/client';
import { useApi } from './support/api.ts';
import { aReadyDraft, firstSection, prose } from './support/postings.ts';

const api = useApi();

const rejected = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'rejected' ? [result.reason as ApiProblem] : []));

test('two who save the same section: one wins, the other gets the stored copy, 100 of 100 times', async () => {
  const [ann, ben] = [await api.signIn('owner'), await api.signIn('editor')];
  const draft = await aReadyDraft(ann);
  const { id } = firstSection(draft);
  for (let revision = 1; revision <= 100; revision++) {
    const results = await Promise.allSettled([
      ann.drafts.saveSection(draft.id, id, revision, { content: prose(`Ann ${revision}`) }),
      ben.drafts.saveSection(draft.id, id, revision, { content: prose(`Ben ${revision}`) }),
    ]);
    const [refusal, ...more] = rejected(results);
    const winner = results.find(
      (result) => result.status === 'fulfilled',
    ) as PromiseFulfilledResult<DraftSection>;
    expect(more).toEqual([]);
    expect(refusal).toMatchObject({ status: 412, code: 'stale-revision', current: winner.value });
    expect(await ann.drafts.getSection(draft.id, id)).toEqual(winner.value);
  }
});

test('two on two sections, one on the facts and one who adds a section never conflict', async () => {
  const people = await Promise.all([
    api.signIn('owner'),
    api.signIn('editor'),
    api.signIn('editor'),
    api.signIn('owner'),
  ]);
  const [ann, ben, cho, dan] = people as [
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
    (typeof people)[0],
  ];
  const draft = await aReadyDraft(ann);
  const [one, two] = draft.sections as [DraftSection, DraftSection];
  for (let n = 0; n < 25; n++) {
    const [a, b, c, d] = await Promise.all([
      ann.drafts.saveSection(draft.id, one.id, 1 + n, { heading: `하나 ${n}` }),
      ben.drafts.saveSection(draft.id, two.id, 1 + n, { heading: `둘 ${n}` }),
      cho.drafts.change(draft.id, draft.revision + n, { summary: `요약 ${n}` }),
      dan.drafts.addSection(draft.id, draft.outlineRevision + n, { kind: 'text', heading: `새 ${n}` }),
    ]);
    expect([a.heading, b.heading, c.facts.summary, d.section.heading]).toEqual([
      `하나 ${n}`,
      `둘 ${n}`,
      `요약 ${n}`,
      `새 ${n}`,
    ]);
  }
  const after = await ann.drafts.get(draft.id);
  expect(after.sections).toHaveLength(27);
  expect(after.sections[0]?.heading).toBe('하나 24');
});

test('ten who publish ten postings at once: the feed has no hole and is in the order of commits', async () => {
  const editors = await Promise.all(Array.from({ length: 10 }, () => api.signIn('editor')));
  const drafts = await Promise.all(editors.map((editor) => aReadyDraft(editor)));
  const rounds = 3;
  for (let round = 0; round < rounds; round++) {
    await Promise.all(
      editors.map(async (editor, n) => {
        const { id, revision } = drafts[n] as (typeof drafts)[number];
        await editor.drafts.change(id, revision + round, { jobTitle: `직무 ${round}` });
        await editor.drafts.publish(id);
      }),
    );
  }
  const { data } = await api.anonymous.postings.changes();
  const seqs = data.map(({ seq }) => seq);
  expect(seqs).toEqual(seqs.map((_, n) => n + 1));
  expect(seqs.length).toBeGreaterThanOrEqual(rounds * 10);
  for (const draft of drafts) {
    const versions = data.filter(({ postingId }) => postingId === draft.id).map(({ version }) => version);
    expect(versions).toEqual([1, 2, 3]);
  }
});

test('publishing while sections are saved freezes one moment of the draft', async () => {
  const [ann, ben] = [await api.signIn('owner'), await api.signIn('editor')];
  const draft = await aReadyDraft(ann);
  const { id } = firstSection(draft);
  for (let n = 1; n <= 10; n++) {
    const [published] = await Promise.all([
      ann.drafts.publish(draft.id),
      ben.drafts.saveSection(draft.id, id, n, { heading: `제목 ${n}`, content: prose(`글 ${n}`) }),
    ]);
    const { sections } = await ann.drafts.publication(draft.id, published.version);
    const n1 = /(\d+)/.exec(JSON.stringify(sections[0]?.content).replace(/version":1/, ''))?.[1];
    const n2 = /(\d+)/.exec(sections[0]?.heading ?? '')?.[1];
    expect(n1).toBe(n2);
  }
});
