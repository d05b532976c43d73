import { createHash } from 'node:crypto';
import { type Locale, type PostingStatus, sectionKinds } from '@gonggo/content';
import { expect, test } from '@jest/globals';
import { contentClasses } from '../../../libs/content/src/sections/registry.schema.ts';
import { Marked } from '../../../libs/content/src/testing/marked.ts';
import { aPosting, aSection } from '../../../libs/content/src/testing/posting.ts';
import { textsOf, textsVersion } from '../src/publishing/texts.ts';

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

// Red: an output changed. Raise `textsVersion` if it is not raised since the last release, and put the new hash here.
test('whoever changes an output raises the version, so that what is live is made anew', async () => {
  const texts = await everyText();
  const hash = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
  expect({ textsVersion, hash }).toEqual({ textsVersion: 4, hash: '1c25d93a8e5a53c2' });
});
