import { beforeAll, expect, test } from '@jest/globals';
import { pngOf } from '../proof/pictures.ts';
import { type Person, useApi } from '../support/api.ts';
import { aPosting } from '../support/postings.ts';

const api = useApi();
let owner: Person;
let author: Person;
beforeAll(async () => {
  [owner, author] = [await api.signIn('owner'), await api.signIn('author')];
});

let pictures = 0;
/** An image of the author's own. */
async function anImage() {
  pictures += 1;
  const { id } = await author.images.upload(
    new Blob([new Uint8Array(pngOf(10 + pictures, 9))]),
    'picture.png',
  );
  return author.images.change(id, 1, { alt: '게시할 때의 말', credit: '사진 가람', licence: 'own' });
}
const wordsOf = async (id: string) => {
  const reply = await api.anonymous.fetch(`/images/${id}`);
  const { alt, credit, licence } = (await reply.json()) as Record<string, string>;
  return { alt, credit, licence };
};
const revise = async (id: string) => {
  const { revision } = await author.images.get(id);
  return author.images.change(id, revision, { alt: '나중에 바꾼 말', credit: '모름', licence: 'unknown' });
};
const published = { alt: '게시할 때의 말', credit: '사진 가람', licence: 'own' };
const revised = { alt: '나중에 바꾼 말', credit: '모름', licence: 'unknown' };

test('an author’s new words for a public image become public with the next publication, not before', async () => {
  const { id } = await anImage();
  const posting = await aPosting(owner, { cover: { imageId: id, alt: '표지' } });
  expect(await wordsOf(id)).toEqual(published);

  await revise(id);
  expect(await wordsOf(id)).toEqual(published);
  expect(await author.images.get(id)).toMatchObject(revised);
  // Making texts anew is no publishing.
  const { revision } = await api.anonymous.settings.get();
  await owner.settings.change(revision, { companyUrl: 'https://gonggo.example/new' });
  await owner.drafts.close(posting.id);
  await owner.drafts.reopen(posting.id, { closesAt: null });
  expect(await wordsOf(id)).toEqual(published);

  // Nothing else about the draft is new: the words alone make it a publication.
  const before = (await owner.drafts.get(posting.id)).version;
  expect((await owner.drafts.publish(posting.id)).version).toBe(before + 1);
  expect(await wordsOf(id)).toEqual(revised);
  expect((await owner.drafts.publish(posting.id)).version).toBe(before + 1);
});

test('the site’s own pictures are published by the settings', async () => {
  const { id } = await anImage();
  const { revision } = await api.anonymous.settings.get();
  await owner.settings.change(revision, { homeImage: id });
  expect(await wordsOf(id)).toEqual(published);
  await revise(id);
  expect(await wordsOf(id)).toEqual(published);
  await owner.settings.change(revision + 1, { homeImage: id });
  expect(await wordsOf(id)).toEqual(revised);
});
