import { beforeAll, expect, jest, test } from '@jest/globals';
import { romanise } from '@gonggo/content';
import type { Draft } from '@gonggo/contract';
import { describeApi } from '../../src/platform/openapi/document.ts';
import { type Person, useApi } from '../support/api.ts';
import { listenTo } from '../support/stream.ts';
import { type Filled, fillWith, write } from './leaks/filled.ts';
import { crawl, publicSurfaces, type Surface } from './leaks/surfaces.ts';
import { send } from './raw-http.ts';

jest.setTimeout(180_000);
const api = useApi();
let cto: Person;
let keyHeaders: Record<string, string>;
const stages: Record<'hidden' | 'english' | 'first' | 'later', Filled> = {} as never;
let draft: Draft;
let hidden: Draft;
let english: Draft;

beforeAll(async () => {
  cto = await api.signIn('owner');
  keyHeaders = (await api.withKey('published:read')).headers;
  for (const name of ['hidden', 'english', 'first', 'later'] as const)
    stages[name] = await fillWith(cto, `zz${name}`);
  hidden = await write(cto, (await cto.drafts.create({ title: '아직' })).id, stages.hidden);
  draft = await write(cto, (await cto.drafts.create({ title: '처음' })).id, stages.first);
  english = await write(
    cto,
    (await cto.drafts.create({ title: 'Not yet', locale: 'en', variantOf: draft.id })).id,
    stages.english,
  );
});

test('what is in a draft is on no public surface, whatever is asked for, until it is published; nor after it is withdrawn', async () => {
  const { first, later, hidden: never, english: unpublished } = stages;
  const drafts = ['zzhidden', 'zzenglish'];
  expect(await whereAre([...drafts, 'zzfirst', 'zzlater'])).toEqual([]);
  await expectFiles(Object.values(stages), 404);

  await cto.drafts.publish(draft.id);
  expect(await whereAre([...drafts, 'zzlater'])).toEqual([]);
  await expectEveryWord(first);
  await expectFiles([first], 200);
  await expectFiles([never, unpublished, later], 404);

  draft = await write(cto, draft.id, later);
  expect(await whereAre([...drafts, 'zzlater'])).toEqual([]);
  await expectEveryWord(first);
  await expectFiles([later], 404);

  await cto.drafts.publish(draft.id);
  // The former slug is in the feed for ever; nothing else of the first publication is anywhere.
  expect(await whereAre([...drafts, first.needle])).toEqual([]);
  await expectEveryWord(later);
  await expectFiles([later], 200);
  await expectFiles([first], 404);

  await cto.drafts.withdraw(draft.id);
  const withdrawnAt = Date.now();
  expect((await ask(`/api/v1/postings/${later.facts.slug}`)).status).toBe(410);
  await expectFiles([later], 404);
  expect(Date.now() - withdrawnAt).toBeLessThan(1_000);
  expect(await whereAre([...drafts, first.needle, later.needle])).toEqual([]);

  const stream = await listenTo(api.url, {}, '?since=0');
  await new Promise((done) => setTimeout(done, 200));
  stream.stop();
  expect(stream.events.length).toBeGreaterThanOrEqual(3);
  for (const word of [...drafts, first.needle, later.needle]) {
    expect(JSON.stringify(stream.events)).not.toContain(word);
  }
});

/** Where any of these words is said to strangers. */
async function whereAre(words: string[]): Promise<string[]> {
  const surfaces = everySurface();
  expect(surfaces.length).toBeGreaterThan(300);
  const answers = await crawl(api.url, surfaces);
  return answers.flatMap(({ where, said }) =>
    words.filter((word) => said.includes(word)).map((word) => `${word}: ${where}`),
  );
}

function everySurface(): Surface[] {
  const all = Object.values(stages);
  const slugs = all.map(({ facts }) => facts.slug ?? '');
  const known = {
    slugs: [
      ...slugs,
      draft.facts.slug,
      hidden.facts.slug,
      english.facts.slug,
      romanise('처음'),
      '처음',
      'not-yet',
    ],
    sectionIds: [draft, hidden, english].flatMap(({ sections }) => sections.slice(0, 2).map(({ id }) => id)),
    imageIds: all.map(({ imageId }) => imageId),
    files: all.flatMap(({ files }) => files),
    values: all.flatMap(({ needle }) => [`${needle}-team`, `${needle} 시`]),
  };
  return publicSurfaces(describeApi(api.app), { ...known, slugs: [...new Set(known.slugs)] }, keyHeaders);
}

/** Whatever was published is there, word by word, in every form. */
async function expectEveryWord({ facts, words, needle }: Filled): Promise<void> {
  expect(words.length).toBeGreaterThan(100);
  for (const format of ['json', 'html', 'markdown', 'text']) {
    const { status, body } = await ask(`/api/v1/postings/${facts.slug}?format=${format}`);
    const text = body.toString('utf8');
    expect([format, status]).toEqual([format, 200]);
    expect([format, words.filter((word) => !text.includes(word))]).toEqual([format, []]);
  }
  for (const path of ['/api/v1/postings', '/api/v1/facets', `/api/v1/postings/${facts.slug}/jsonld`]) {
    expect([path, (await ask(path)).body.includes(needle)]).toEqual([path, true]);
  }
}

async function expectFiles(filled: Filled[], status: number): Promise<void> {
  for (const { imageId, files } of filled) {
    expect(files.length).toBeGreaterThan(0);
    for (const path of [...files, `/api/v1/images/${imageId}`]) {
      expect([path, (await ask(path)).status]).toEqual([path, status]);
    }
  }
}

const ask = (path: string) => send(api.url, { method: 'GET', path });
