import { beforeAll, expect, test } from '@jest/globals';
import type { RichText } from '@gonggo/content';
import { postingLimits, type Draft } from '@gonggo/contract';
import { ApiProblem } from '@gonggo/contract/client';
import { type Person, useApi } from './support/api.ts';
import { aReadyDraft, republish } from './support/postings.ts';

const api = useApi();
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
});

/** Rich text of about `kilobytes`, of many short paragraphs: what costs the outputs most. */
function manyParagraphs(kilobytes: number, sentences = 3): { intro: string; body: RichText } {
  const words = '서버를 만들고 고쳐요. '.repeat(sentences);
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: words }] };
  const count = Math.floor((kilobytes * 1024) / Buffer.byteLength(JSON.stringify(paragraph)));
  return {
    intro: '',
    body: { version: 1, doc: { type: 'doc', content: Array<object>(count).fill(paragraph) } } as RichText,
  };
}

const bytesOf = async ({ id }: Draft) => {
  const [row] = await api.sql<{ bytes: string }>(
    'SELECT sum(octet_length(content::text)) AS bytes FROM section WHERE posting_id = $1',
    [id],
  );
  return Number(row?.bytes);
};

/** Asks twice more when told to, as a client would: megabytes take a busy machine longer than it is given. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let again = 2; ; again -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (!again || !(error instanceof ApiProblem) || error.code !== 'overloaded') throw error;
      await new Promise((done) => setTimeout(done, (error.retryAfter ?? 1) * 1000));
    }
  }
}

/** A draft whose next 100 KB are too many. */
async function aFullDraft(): Promise<Draft> {
  const { id } = await aReadyDraft(cto);
  for (;;) {
    const draft = await cto.drafts.get(id);
    const room = postingLimits.contentBytes - (await bytesOf(draft));
    if (room < 100 * 1024) return draft;
    await cto.drafts.addSection(id, draft.outlineRevision, {
      kind: 'text',
      heading: '긴 이야기',
      content: manyParagraphs(Math.min(250, (room / 1024) * 0.9)),
    });
  }
}

test('a posting just below the limit can be published, again and again', async () => {
  const { id } = await aFullDraft();
  expect((await patiently(() => cto.drafts.publish(id))).version).toBe(1);
  expect((await patiently(() => republish(cto, id))).version).toBe(2);
});

test('what goes past the limit is refused by name, however many try at once; what makes it smaller passes', async () => {
  const draft = await aFullDraft();
  const { id, outlineRevision } = draft;
  const long = draft.sections.filter(({ kind }) => kind === 'text');
  const [one, two] = long;
  const content = manyParagraphs(420, 9);
  const refusal = {
    status: 413,
    code: 'too-large',
    detail: expect.stringContaining('2 MB'),
    errors: [{ pointer: '/content', message: expect.stringContaining('2 MB') }],
  };
  await expect(
    cto.drafts.addSection(id, outlineRevision, { kind: 'text', content: manyParagraphs(110) }),
  ).rejects.toMatchObject(refusal);
  const saves = await Promise.allSettled(
    long.map((section) =>
      patiently(() => cto.drafts.saveSection(id, section.id, section.revision, { content })),
    ),
  );
  expect(saves.map(({ status }) => status)).toEqual(long.map(() => 'rejected'));
  expect(saves[0]).toMatchObject({ reason: refusal });
  expect(await cto.drafts.get(id)).toEqual(draft);

  await cto.drafts.saveSection(id, one?.id ?? '', 1, { heading: '이름만 바꿔요' });
  await cto.drafts.saveSection(id, two?.id ?? '', 1, { content: manyParagraphs(10) });
  const outline = await cto.drafts.addSection(id, outlineRevision, { kind: 'closing' });
  expect(outline.outline.sectionIds).toHaveLength(draft.sections.length + 1);
});

test('one that is larger all the same is not published, says why, and may be made smaller', async () => {
  const draft = await aFullDraft();
  const [one] = draft.sections.filter(({ kind }) => kind === 'text');
  await api.sql('UPDATE section SET content = $2 WHERE id = $1', [
    one?.id,
    JSON.stringify(manyParagraphs(450, 9)),
  ]);
  const { ready, findings } = await cto.drafts.readiness(draft.id);
  expect([ready, findings[0]?.rule]).toEqual([false, 'posting-too-large']);
  await expect(cto.drafts.publish(draft.id)).rejects.toMatchObject({
    status: 409,
    code: 'not-ready',
    errors: [{ pointer: '/sections', message: expect.stringContaining('2 MB') }],
  });
  await cto.drafts.saveSection(draft.id, one?.id ?? '', 1, { content: manyParagraphs(400, 9) });
});
