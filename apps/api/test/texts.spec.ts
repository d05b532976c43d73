import { createHash } from 'node:crypto';
import { type Locale, type PostingStatus, sectionKinds } from '@gonggo/content';
import { expect, test } from '@jest/globals';
import { contentClasses } from '../../../libs/content/src/sections/registry.schema.ts';
import { Marked } from '../../../libs/content/src/testing/marked.ts';
import { aPosting, aSection } from '../../../libs/content/src/testing/posting.ts';
import { liveRow } from '../src/publishing/live/live-row.ts';
import { textsOf, textsVersion } from '../src/publishing/live/texts.ts';

const site = {
  name: '해오름',
  url: 'https://jobs.example.com',
  companyUrl: 'https://example.com',
  logo: 'https://jobs.example.com/media/logo/256.webp',
};

/** Every form of a posting that holds every kind of section with every block, in both languages, open and closed. */
function everyText() {
  const sections = sectionKinds.map((kind) =>
    aSection(kind, new Marked().content(contentClasses[kind]) as never, { heading: kind }),
  );
  const states: [Locale, PostingStatus][] = [
    ['ko', 'open'],
    ['ko', 'closed'],
    ['en', 'open'],
  ];
  return Promise.all(states.map(([locale, status]) => textsOf(aPosting({ sections, locale, status }), site)));
}

/** What lists, filters and facets are made of: in no text, and made anew with the texts only. */
async function everyEntry() {
  const entries = (['ko', 'en'] as const).map(async (locale) => {
    const { status: _, images, links: __, ...posting } = aPosting({ locale });
    const origin = { company: '', jobFamilyName: '서버', authorAccounts: [] };
    const around = { site, settingsRevision: 1, images, alternates: {}, closesAt: null };
    const more = { variantGroup: posting.id, closingTold: false, renderedAt: new Date(0) };
    const { madeWith: ___, ...row } = await liveRow({ posting, origin }, around, more);
    return Object.entries(row).filter(([name]) => !/^(open|closed)/.test(name));
  });
  return Promise.all(entries);
}

const hashOf = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

// Red: an output changed. Raise `textsVersion` if it is not raised since the last release, and put the new hash here.
test('whoever changes an output raises the version, so that what is live is made anew', async () => {
  const hashes = { texts: hashOf(await everyText()), entries: hashOf(await everyEntry()) };
  expect({ textsVersion, ...hashes }).toEqual({
    textsVersion: 5,
    texts: '59e942c657fae9f6',
    entries: '37b1046076345f59',
  });
});

test('others get their turn while the forms of a posting are made', async () => {
  let turns = 0;
  const count = () => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await textsOf(aPosting(), site);
  clearImmediate(next);
  expect(turns).toBeGreaterThanOrEqual(3);
});
