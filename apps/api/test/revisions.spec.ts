import { expect, test } from '@jest/globals';
import { useApi } from './support/api.ts';
import { prose } from './support/postings.ts';
import { upload } from './images/files.ts';

const api = useApi();

test('a section that was added is saved with the ETag it came with', async () => {
  const author = await api.signIn('author');
  const { id, outlineRevision } = await author.drafts.create({ title: '새 부분' });
  const write = (method: string, path: string, revision: string, body: object) =>
    author.fetch(`/drafts/${id}${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'if-match': revision },
      body: JSON.stringify(body),
    });
  const added = await write('POST', '/sections', `"${outlineRevision}"`, { kind: 'role' });
  expect([added.status, added.headers.get('etag')]).toEqual([201, '"1"']);
  const { section } = (await added.json()) as { section: { id: string } };
  const path = `/sections/${section.id}`;
  const saved = await write('PATCH', path, added.headers.get('etag') ?? '', { content: prose('새 글') });
  expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"2"']);
});

test('an image and a term are deleted on their revision only', async () => {
  const editor = await api.signIn('editor');
  const image = await upload(editor);
  const tag = await editor.taxonomy.add({ kind: 'tag', nameKo: '지울 말' });
  const changed = {
    image: await editor.images.change(image.id, 1, { alt: '고친 말' }),
    tag: await editor.taxonomy.change(tag.id, 1, { nameEn: 'Renamed' }),
  };
  for (const path of [`/images/${image.id}`, `/taxonomy/${tag.id}`]) {
    expect((await editor.fetch(path, { method: 'DELETE' })).status).toBe(428);
  }
  const old = { status: 412, code: 'stale-revision' };
  await expect(editor.images.remove(image.id, 1)).rejects.toMatchObject({ ...old, current: changed.image });
  await expect(editor.taxonomy.remove(tag.id, 1)).rejects.toMatchObject({ ...old, current: changed.tag });
  await editor.images.remove(image.id, 2);
  await editor.taxonomy.remove(tag.id, 2);
});
