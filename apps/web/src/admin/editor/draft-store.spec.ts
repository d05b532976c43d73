import { expect, jest, test } from '@jest/globals';
import type { Draft, DraftSection, Outline } from '@gonggo/contract';
import { ApiProblem, type Client } from '@gonggo/contract/client';
import type { LocalCopies, LocalCopy } from '../saving/local-copies.ts';
import type { FactsValues } from '../facts/facts-values.ts';
import { DraftStore } from './draft-store.ts';
import { overallOf, sectionState } from './overall.ts';

const section = (id: string): DraftSection => ({
  id,
  kind: 'quote',
  heading: id,
  content: { words: '', who: '', imageId: null },
  revision: 1,
  updatedAt: '2026-01-01T00:00:00Z',
  updatedBy: null,
});

/** The API's outline of one draft in memory, with its revisions; `others` changes it behind the store's back. */
function aServer(...ids: string[]) {
  let outline: Outline = { revision: 1, sectionIds: ids };
  let made = 0;
  const change = (revision: number, sectionIds: string[]): Outline => {
    if (revision !== outline.revision) {
      const problem = {
        type: '',
        title: '',
        status: 412,
        code: 'stale-revision' as const,
        detail: '',
        requestId: '',
      };
      throw new ApiProblem({ ...problem, current: outline });
    }
    return (outline = { revision: revision + 1, sectionIds });
  };
  const drafts = {
    addSection: async (_: string, revision: number, { position }: { position: number }) => {
      const id = `new-${made + 1}`;
      const now = change(revision, outline.sectionIds.toSpliced(position, 0, id));
      made++;
      return { section: section(id), outline: now };
    },
    removeSection: async (_: string, id: string, revision: number) =>
      change(
        revision,
        outline.sectionIds.filter((one) => one !== id),
      ),
    order: async (_: string, revision: number, sectionIds: string[]) => change(revision, sectionIds),
    getSection: async (_: string, id: string) => section(id),
    saveSection: async (_: string, id: string, revision: number, body: object) => ({
      ...section(id),
      ...body,
      revision: revision + 1,
    }),
  };
  return {
    client: { drafts } as unknown as Client,
    others: (sectionIds: string[]) => change(outline.revision, sectionIds),
    get ids() {
      return outline.sectionIds;
    },
  };
}

function open(server: ReturnType<typeof aServer>, left: LocalCopy[] = []) {
  const draft = {
    id: 'p',
    sections: server.ids.map(section),
    outlineRevision: 1,
    revision: 1,
    facts: {},
    images: {},
  };
  const copies: LocalCopies = { put: jest.fn(), drop: jest.fn(), leftBehind: async () => left };
  return new DraftStore(server.client, draft as unknown as Draft, copies, 'me');
}

test('adds after a section, also when somebody else added one meanwhile', async () => {
  const server = aServer('a', 'b');
  const store = open(server);
  server.others(['x', 'a', 'b']);
  await store.add('quote', 'a');
  expect(server.ids).toEqual(['x', 'a', 'new-1', 'b']);
  expect(store.snapshot.order).toEqual(['x', 'a', 'new-1', 'b']);
});

test('a move shows at once and reaches the server, two moves one after the other', async () => {
  const server = aServer('a', 'b', 'c');
  const store = open(server);
  const seen: string[] = [];
  store.subscribe(() => seen.push(store.snapshot.order.join('')));
  const moves = Promise.all([store.move('a', 2), store.move('b', 1)]);
  expect(store.snapshot.order).toEqual(['c', 'b', 'a']);
  await moves;
  expect(server.ids).toEqual(['c', 'b', 'a']);
  expect(seen).not.toContain('abc');
});

test('a move that fails is taken back', async () => {
  const server = aServer('a', 'b');
  const store = open(server);
  server.client.drafts.order = () => Promise.reject(new Error('no'));
  await expect(store.move('a', 1)).rejects.toThrow('no');
  expect(store.snapshot.order).toEqual(['a', 'b']);
});

test('a deletion can be undone until it is committed', async () => {
  const server = aServer('a', 'b');
  const store = open(server);
  store.remove('a');
  expect(store.snapshot.order).toEqual(['b']);
  store.restore('a');
  await store.commitRemoval('a');
  expect(server.ids).toEqual(['a', 'b']);
  expect(store.snapshot.order).toEqual(['a', 'b']);

  store.remove('a');
  await store.flush();
  expect(server.ids).toEqual(['b']);
});

test('a section deleted elsewhere while text is unsaved stays on the page with its text', async () => {
  const server = aServer('a', 'b');
  const store = open(server);
  store.section('a')?.save.change({ heading: '내 제목', content: section('a').content });
  server.others(['b']);
  await store.add('quote');
  expect(store.snapshot.order).toEqual(['b', 'new-1', 'a']);
  expect(store.section('a')?.save.snapshot).toMatchObject({
    state: { kind: 'gone' },
    value: { heading: '내 제목' },
  });
});

test('a copy left behind by a dead tab comes back and is saved; one without a section is offered', async () => {
  const server = aServer('a');
  const copy = (part: string): LocalCopy => ({
    account: 'me',
    posting: 'p',
    part,
    revision: 1,
    at: '',
    value: { heading: '되살린 제목', content: section(part).content },
  });
  const store = open(server, [copy('a'), copy('deleted')]);
  await store.recover();
  expect(store.snapshot).toMatchObject({ recovered: 1, orphans: [{ part: 'deleted' }] });
  await expect(store.flush()).resolves.toBe(true);
  expect(store.section('a')?.save.snapshot.stored).toMatchObject({
    revision: 2,
    value: { heading: '되살린 제목' },
  });
});

test('what is typed but not understood is not saved, and says so once its field is left', async () => {
  const store = open(aServer('a'));
  const values = { payMin: '협의' } as FactsValues;
  store.typing.type(values, { pay: 'won' });
  expect(overallOf(store).kind).toBe('unsaved');
  store.typing.leave();
  expect(overallOf(store).kind).toBe('invalid');
  expect(store.dirty).toBe(true);
  expect(await store.flush()).toBe(false);

  store.typing.type({ ...values, payMin: '6000만' }, {});
  expect(overallOf(store).kind).toBe('saved');
  expect(await store.flush()).toBe(true);
});

test("what a section's form holds is not saved, and says so once its field is left", async () => {
  const store = open(aServer('a', 'b'));
  const a = store.section('a')!;
  a.held.hold({ '출처 주소': '나쁜' });
  expect([overallOf(store).kind, sectionState(a)]).toEqual(['unsaved', 'unsaved']);
  a.held.leave();
  a.held.hold({ '출처 주소': '나쁜 주소' });
  expect([overallOf(store).kind, sectionState(a)]).toEqual(['invalid', 'invalid']);
  expect(sectionState(store.section('b')!)).toBe('saved');
  expect(store.dirty).toBe(true);
  expect(await store.flush()).toBe(false);

  a.held.hold({});
  expect([overallOf(store).kind, sectionState(a), store.dirty]).toEqual(['saved', 'saved', false]);
  expect(await store.flush()).toBe(true);
});

test('what the form of a deleted section held goes with it; of one deleted elsewhere it stays', async () => {
  const server = aServer('a', 'b');
  const store = open(server);
  for (const id of ['a', 'b']) store.section(id)?.held.hold({ '출처 주소': '나쁜 주소' });
  store.remove('a');
  await store.commitRemoval('a');
  server.others([]);
  await store.add('quote');
  expect(store.section('a')).toBeUndefined();
  expect(store.section('b')?.save.snapshot.state.kind).toBe('gone');
});

test('a text left behind comes back as its own kind, whole, and its copy stays until it has', async () => {
  const server = aServer('a');
  const value = { heading: '사진', content: { intro: '줄\n바꿈', images: [{ imageId: 'picture' }] } };
  const copy: LocalCopy = {
    ...{ account: 'me', posting: 'p', part: 'deleted', kind: 'gallery', revision: 1, at: '' },
    value,
  };
  const store = open(server, [copy]);
  await store.recover();
  const add = jest.fn(server.client.drafts.addSection);
  server.client.drafts.addSection = jest
    .fn<typeof add>()
    .mockRejectedValueOnce(new Error('no'))
    .mockImplementation(add);

  await expect(store.reviveOrphan(copy)).rejects.toThrow('no');
  expect(store.snapshot.orphans).toEqual([copy]);
  await store.reviveOrphan(copy);
  expect(add.mock.calls[0]?.[2]).toEqual({ kind: 'gallery', position: 1, ...value });
  expect(store.snapshot.orphans).toEqual([]);
});

test('a copy on this device names the kind of its section', () => {
  const store = open(aServer('a'));
  store.section('a')?.save.change({ heading: '새 제목', content: section('a').content });
  expect((store as unknown as { copies: LocalCopies }).copies.put).toHaveBeenCalledWith(
    expect.objectContaining({ part: 'a', kind: 'quote' }),
  );
});

test('a newer draft is taken over at rest: not over a held text, nor a part in which somebody writes', () => {
  const store = open(aServer('a', 'b', 'c'));
  const revisions = () => store.sections.map(({ save }) => save.snapshot.stored.revision);
  const newer = (outlineRevision: number, ...ids: string[]) =>
    ({
      ...store.snapshot.draft,
      outlineRevision,
      sections: ids.map((id) => ({ ...section(id), heading: '남의 제목', revision: 2 })),
    }) as Draft;
  store.section('a')?.held.hold({ address: 'htp' });
  store.absorb(newer(2, 'a', 'b', 'c'), (part) => part === 'b');
  expect(revisions()).toEqual([1, 1, 2]);

  store.section('a')?.held.hold({});
  store.absorb(newer(3, 'a', 'c'), (part) => part === 'b');
  expect(store.snapshot.order).toContain('b');
  store.absorb(newer(3, 'a', 'c'));
  expect(store.snapshot.order).toEqual(['a', 'c']);
  expect(revisions()).toEqual([2, 2]);
});

test('who may edit is who the draft says at last', () => {
  const store = open(aServer('a'));
  store.absorb({ ...store.snapshot.draft, mayEdit: true });
  expect(store.snapshot.draft.mayEdit).toBe(true);
});

test('a picture on its way up is unsaved, and saving waits until it is in its text and saved with it', async () => {
  const server = aServer('a');
  const saveSection = jest.spyOn(server.client.drafts, 'saveSection');
  const store = open(server);
  let arrive = () => undefined as void;
  const upload = store.uploads.add(new Promise<void>((done) => (arrive = done)));
  const content = { words: '사진과 함께', who: '', imageId: 'i' };
  const inserted = upload.then(() => store.section('a')?.save.change({ heading: 'a', content }));
  expect([store.dirty, overallOf(store).kind]).toEqual([true, 'saving']);

  const flushed = store.flush();
  arrive();
  await inserted;
  expect(await flushed).toBe(true);
  expect(saveSection).toHaveBeenCalledTimes(1);
  expect(store.dirty).toBe(false);
});

test('a picture that was waited for in vain is told of once, by those who waited', async () => {
  const store = open(aServer('a'));
  let [arrive, fail] = [() => undefined as void, (_: Error) => undefined as void];
  void store.uploads.add(new Promise<void>((done) => (arrive = done)));
  const flushed = store.flush();
  const second = store.uploads.add(new Promise<void>((_, no) => (fail = no)));
  fail(new Error('too big'));
  await expect(second).rejects.toThrow('too big');
  arrive();
  expect(await flushed).toBe(false);
  expect(await store.flush()).toBe(true);
});

test('a picture that does not arrive is waited for no longer', async () => {
  const store = open(aServer('a'));
  const upload = store.uploads.add(Promise.reject(new Error('too big')));
  await expect(upload).rejects.toThrow('too big');
  expect(await store.flush()).toBe(true);
});
