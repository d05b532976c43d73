import { expect, test } from '@jest/globals';
import { useApi } from './support/api.ts';

const api = useApi();

test('everybody who reads drafts sees whom a posting may name, and nothing else of them', async () => {
  const [owner, author, viewer] = [
    await api.signIn('owner'),
    await api.signIn('author'),
    await api.signIn('viewer'),
  ];
  const { account: invited } = await owner.accounts.add({
    email: 'invited@gonggo.example',
    name: '가나다',
    byline: 'CTO',
    role: 'editor',
  });
  const locked = await api.account('editor');
  await owner.accounts.change(locked.accountId, { locked: true });

  for (const caller of [owner, author, viewer, await api.withKey('drafts:read')]) {
    const { data } = await caller.authors.list();
    expect(data).toContainEqual({ id: invited.id, name: '가나다', byline: 'CTO', avatar: null });
    expect(data).toContainEqual({ id: author.accountId, name: 'A author', byline: '', avatar: null });
    expect(data.map(({ id }) => id)).not.toContain(locked.accountId);
    expect(data.map((one) => Object.keys(one).sort().join())).toEqual(
      data.map(() => 'avatar,byline,id,name'),
    );
  }
  expect((await (await api.withKey('images:write')).fetch('/authors')).status).toBe(403);
  expect((await api.anonymous.fetch('/authors')).status).toBe(401);
});

test('an author names a colleague from the list, who may then edit', async () => {
  const [author, colleague] = [await api.signIn('author'), await api.signIn('author')];
  const draft = await author.drafts.create({ title: '함께 쓰는 공고' });
  expect((await colleague.drafts.get(draft.id)).mayEdit).toBe(false);

  const { data } = await author.authors.list();
  const found = data.find(({ id }) => id === colleague.accountId);
  const named = { accountId: found?.id ?? '', name: found?.name ?? '', role: '백엔드', avatar: null };
  await author.drafts.change(draft.id, draft.revision, { authors: [...draft.facts.authors, named] });

  expect((await colleague.drafts.get(draft.id)).mayEdit).toBe(true);
});
