import { expect, test } from '@jest/globals';
import type { PublishedPosting as Wire } from '@gonggo/contract';
import { pngOf } from './proof/pictures.ts';
import { type Caller, useApi } from './support/api.ts';
import { aPosting, eventually } from './support/postings.ts';

const api = useApi();
type Posting = Awaited<ReturnType<typeof aPosting>>;
const someImage = (by: Caller) => by.images.upload(new Blob([new Uint8Array(pngOf(8, 8))]), 'face.png');

/** Everything that tells of one posting, as bytes, with the ETag of each. */
async function everywhere({ facts, locale }: Posting) {
  const slug = encodeURIComponent(facts.slug);
  const ask = async (path: string) => {
    const reply = await api.anonymous.fetch(path);
    return { etag: reply.headers.get('etag'), text: await reply.text() };
  };
  return {
    list: await ask(`/postings?locale=${locale}&limit=100`),
    whole: await ask(`/postings?locale=${locale}&limit=100&include=sections,images`),
    facets: await ask(`/facets?locale=${locale}`),
    json: await ask(`/postings/${slug}?locale=${locale}`),
    html: await ask(`/postings/${slug}?locale=${locale}&format=html`),
    jsonld: await ask(`/postings/${slug}/jsonld?locale=${locale}`),
  };
}
type Place = keyof Awaited<ReturnType<typeof everywhere>>;

/** Where none of `words` stands. */
const missingIn = (all: Awaited<ReturnType<typeof everywhere>>, words: string, places: Place[]) =>
  places.filter((place) => !all[place].text.includes(words));

test('renamed terms, an author’s new name and picture are everywhere with the next publication', async () => {
  const editor = await api.signIn('editor');
  const [team, tag, family] = [
    await editor.taxonomy.add({ kind: 'team', nameKo: '주문팀', nameEn: 'Orders' }),
    await editor.taxonomy.add({ kind: 'tag', nameKo: '결제' }),
    await editor.taxonomy.add({ kind: 'jobFamily', nameKo: '서버' }),
  ];
  const author = { accountId: null, name: '가람', role: 'CTO', avatar: null };
  const facts = { team: team.slug, jobFamily: family.slug, tagIds: [tag.id], authors: [author] };
  const ko = await aPosting(editor, facts);
  const en = await aPosting(editor, { ...facts, locale: 'en', variantOf: ko.id });
  const before = await everywhere(ko);
  expect(missingIn(before, '주문팀', ['list', 'facets', 'json'])).toEqual([]);

  await editor.taxonomy.change(team.id, 1, { nameKo: '배송팀', nameEn: 'Shipping' });
  await editor.taxonomy.change(tag.id, 1, { nameKo: '정산' });
  await editor.taxonomy.change(family.id, 1, { nameKo: '기반' });
  const { id: avatar } = await someImage(editor);
  await editor.drafts.change(ko.id, ko.revision, { authors: [{ ...author, name: '나래', avatar }] });
  expect(await everywhere(ko)).toEqual(before);

  await editor.drafts.publish(ko.id);
  const after = await everywhere(ko);
  for (const [words, places] of [
    ['배송팀', ['list', 'whole', 'facets', 'json']],
    ['정산', ['list', 'whole', 'facets', 'json']],
    ['기반', ['facets']],
    ['나래', ['list', 'whole', 'json', 'html', 'jsonld']],
    [avatar, ['list', 'whole', 'json']],
  ] satisfies [string, Place[]][]) {
    expect([words, missingIn(after, words, places)]).toEqual([words, []]);
  }
  expect(JSON.stringify(after)).not.toContain('가람');
  expect(after.facets.text).not.toContain('"name":"주문팀"');
  for (const place of Object.keys(after) as Place[]) expect(after[place].etag).not.toBe(before[place].etag);

  await editor.drafts.publish(en.id);
  expect(missingIn(await everywhere(en), 'Shipping', ['list', 'facets', 'json'])).toEqual([]);
});

test('the company’s address and logo follow by themselves, its name with the next publication, everywhere at once', async () => {
  const owner = await api.signIn('owner');
  const posting = await aPosting(owner);
  const before = await everywhere(posting);
  const { id: logo } = await someImage(owner);
  const { revision } = await api.anonymous.settings.get();
  const companyUrl = 'https://other.gonggo.example/';
  await owner.settings.change(revision, { siteName: '반나절', companyUrl, logo });

  const after = await eventually(
    () => everywhere(posting),
    ({ jsonld }) => jsonld.text !== before.jsonld.text,
  );
  for (const words of [companyUrl, logo])
    expect([words, missingIn(after, words, ['jsonld'])]).toEqual([words, []]);
  expect(after.jsonld.etag).not.toBe(before.jsonld.etag);
  // The name is a fact of the publication: no form of it says another than the page.
  const named: Place[] = ['list', 'whole', 'json', 'html', 'jsonld'];
  expect(missingIn(after, '반나절', named)).toEqual(named);
  await owner.drafts.publish(posting.id);
  expect(missingIn(await everywhere(posting), '반나절', named)).toEqual([]);
});

test('what another release left in lists and facets alone is made anew, too', async () => {
  const owner = await api.signIn('owner');
  const tag = await owner.taxonomy.add({ kind: 'tag', nameKo: '낱말' });
  const posting = await aPosting(owner, {
    tagIds: [tag.id],
    locations: [{ country: 'KR', region: '경기', locality: '성남' }],
  });
  const before = await everywhere(posting);
  await api.sql(
    `UPDATE published_posting SET facets = '[]', tags = '{}', locations = '{}', title = 'old',
       open_item = '{"old":true}', closed_item = '{"old":true}', image_ids = '{}'
     WHERE posting_id = $1`,
    [posting.id],
  );
  const { revision } = await api.anonymous.settings.get();
  // Nothing that any text names: every text is byte for byte what it was.
  await owner.settings.change(revision, { accent: '#336699' });

  const row = () => api.sql(`SELECT * FROM published_posting WHERE posting_id = $1`, [posting.id]);
  await eventually(row, ([one]) => String(one?.['made_with']).includes(` ${revision + 1} `));
  const after = await everywhere(posting);
  expect(after.list.text).toBe(before.list.text);
  expect(after.facets.text).toBe(before.facets.text);
  expect((await row())[0]).toMatchObject({
    tags: [tag.slug],
    locations: ['성남'],
    title: posting.facts.title,
    closed_item: expect.stringContaining(posting.facts.slug),
  });

  const [{ rendered_at: made } = {}] = await row();
  await owner.settings.change(revision + 1, { accent: '#336600' });
  await eventually(row, ([one]) => String(one?.['made_with']).includes(` ${revision + 2} `));
  expect((await row())[0]?.['rendered_at']).toEqual(made);
  const found = await api.anonymous.postings.list({ tag: tag.slug });
  expect(found.data.map(({ id }: Pick<Wire, 'id'>) => id)).toEqual([posting.id]);
});
