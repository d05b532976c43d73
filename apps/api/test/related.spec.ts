import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Draft, PostingListItem } from '@gonggo/contract';
import { affects, linesOf, nothing, type Shows } from '@gonggo/contract/shows';
import { readTouches, type Touch } from '@gonggo/contract/touch';
import fc from 'fast-check';
import { type Person, useApi } from './support/api.ts';
import { addressOf, aPosting, aReadyDraft, eventually, soon } from './support/postings.ts';
import { listenTo, type Stream } from './support/stream.ts';

const api = useApi();
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
  for (const slug of ['river', 'harbour']) await cto.taxonomy.add({ kind: 'team', nameKo: slug, slug });
  await cto.taxonomy.add({ kind: 'jobFamily', nameKo: 'boats', slug: 'boats' });
});

const secret = () => ({ 'x-gonggo-secret': api.config.siteSecret ?? '' });
/** As our site asks: with the word of how long the answer holds. */
const asked = (path: string) => fetch(`${api.url}/api/v1${path}`, { headers: secret() });
const related = async (slug: string): Promise<PostingListItem[]> =>
  (await api.anonymous.postings.related(slug)).data;

describe('what else is open', () => {
  test('comes from the team first, then from the job family, and never is the posting itself', async () => {
    const far = await aPosting(cto, { title: '먼 자리' });
    const kin = await aPosting(cto, { jobFamily: 'boats', title: '같은 직군' });
    const [oldMate, mate] = [
      await aPosting(cto, { team: 'river', title: '먼저 온 동료' }),
      await aPosting(cto, { team: 'river', title: '나중 동료' }),
    ];
    await aPosting(cto, { locale: 'en', team: 'river', title: 'Another language' });
    const one = await aPosting(cto, { team: 'river', jobFamily: 'boats', title: '여기' });
    expect((await related(one.facts.slug)).map(({ id }) => id)).toEqual([
      mate.id,
      oldMate.id,
      kin.id,
      far.id,
    ]);
    await cto.drafts.close(mate.id);
    await cto.drafts.withdraw(kin.id);
    expect((await related(one.facts.slug)).map(({ id }) => id)).toEqual([oldMate.id, far.id]);
    const moved = await api.anonymous.fetch(addressOf(kin, '/related'));
    expect(moved.status).toBe(410);
    expect((await api.anonymous.fetch('/postings/nowhere/related')).status).toBe(404);
    expect((await api.anonymous.fetch(addressOf(one, '/related?limit=3'))).status).toBe(400);
    for (const { id } of [far, oldMate, one]) await cto.drafts.withdraw(id);
  });

  test('holds until the first of what it names closes, not until anything closes', async () => {
    const closing = await aPosting(cto, { team: 'harbour', closesAt: soon(3_600_000) });
    const [one, other] = [await aPosting(cto, { team: 'river' }), await aPosting(cto, { team: 'harbour' })];
    const left = async (slug: string) =>
      Number((await asked(`/postings/${slug}/related`)).headers.get('x-gonggo-left'));
    expect(await left(one.facts.slug)).toBeGreaterThan(3_500_000);
    expect((await asked(`/postings/${other.facts.slug}/related`)).headers.get('x-gonggo-revision')).toMatch(
      /^\d+$/,
    );
    for (const { id } of [closing, one, other]) await cto.drafts.withdraw(id);
  });
});

test('visitors who listen are not told what was touched', async () => {
  const [visitor, site] = [await listenTo(api.url), await listenTo(api.url, secret())];
  await aPosting(cto);
  const heard = async ({ events }: Stream) =>
    (
      await eventually(
        async () => events,
        (all) => all.length > 0,
      )
    ).at(-1)?.data as { touched?: unknown };
  expect((await heard(visitor)).touched).toBeUndefined();
  expect(readTouches((await heard(site)).touched)).toHaveLength(1);
  [visitor, site].forEach((stream) => stream.stop());
});

/** A page as the site makes it, reduced to what is read for it. */
interface Page {
  words: string;
  shows: Shows;
}

async function pageOf(slug: string): Promise<Page> {
  const [found, near] = [await asked(`/postings/${slug}`), await asked(`/postings/${slug}/related`)];
  if (found.status !== 200) {
    await near.arrayBuffer();
    return { words: String(found.status), shows: { ...nothing, languages: ['ko'] } };
  }
  const posting = (await found.json()) as PostingListItem;
  const { data } = (await near.json()) as { data: PostingListItem[] };
  const { id, facts } = posting;
  const self = { id, team: facts.team?.slug ?? null, jobFamily: facts.jobFamily };
  const lines = data.map(({ slug, title, facts }) => ({ slug, title, facts }));
  return {
    words: JSON.stringify([posting, lines]),
    shows: { ...nothing, postings: [id], lines: [linesOf('ko', self, data, 4)] },
  };
}

type Act = { what: 'publish' | 'move' | 'text' | 'close' | 'reopen' | 'withdraw' | 'rename'; which: number };
const acts = fc.array(
  fc.record({
    what: fc.constantFrom<Act['what']>('publish', 'move', 'text', 'close', 'reopen', 'withdraw', 'rename'),
    which: fc.nat(5),
  }),
  { minLength: 20, maxLength: 20 },
);

test('whatever happens to postings, a page that the news do not touch is as a new one', async () => {
  const drafts: Draft[] = [];
  for (let n = 0; n < 6; n += 1)
    drafts.push(
      await aReadyDraft(cto, { title: `자리 ${n}`, slug: `spot-${n}`, team: n % 2 ? 'river' : 'harbour' }),
    );
  const act = async ({ what, which }: Act): Promise<unknown> => {
    const { id } = drafts[which] as { id: string };
    const { facts, revision, sections } = await cto.drafts.get(id);
    const [section] = sections;
    switch (what) {
      case 'close':
        return cto.drafts.close(id);
      case 'withdraw':
        return cto.drafts.withdraw(id);
      case 'reopen':
        return cto.drafts.reopen(id, { closesAt: null });
      case 'move':
        await cto.drafts.change(id, revision, { team: facts.team === 'river' ? 'harbour' : 'river' });
        break;
      case 'rename':
        await cto.drafts.change(id, revision, { title: `${facts.title}.` });
        break;
      case 'publish':
        await cto.drafts.change(id, revision, { jobTitle: `${facts.jobTitle}.` });
        break;
      case 'text':
        if (section)
          await cto.drafts.saveSection(id, section.id, section.revision, { heading: `${section.heading}!` });
    }
    return cto.drafts.publish(id);
  };

  const stream = await listenTo(api.url, secret());
  let spared = 0;
  const slugs = [...drafts.map(({ facts }) => facts.slug), 'never-there'];
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      for (const one of all) {
        const before = new Map(
          await Promise.all(slugs.map(async (slug) => [slug, await pageOf(slug)] as const)),
        );
        stream.events.length = 0;
        // What cannot be done to it now (closing what is closed) changes nothing.
        const done = await act(one).then(
          () => true,
          () => false,
        );
        if (!done) continue;
        await eventually(
          async () => stream.events.length,
          (count) => count > 0,
        );
        const touches = stream.events.map(({ data }) => readTouches((data as { touched?: unknown }).touched));
        expect(touches).not.toContain(null);
        for (const [slug, { words, shows }] of before) {
          if (touches.flat().some((touch) => affects(shows, touch as Touch))) continue;
          spared += 1;
          expect((await pageOf(slug)).words).toBe(words);
        }
      }
    }),
    { numRuns: 4 },
  );
  expect(spared).toBeGreaterThan(20);
  stream.stop();
});
