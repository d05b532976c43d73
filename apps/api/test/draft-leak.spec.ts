import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { useApi } from './support/api.ts';
import { aPosting, firstSection, prose, soon } from './support/postings.ts';
import { listenTo } from './support/stream.ts';

const api = useApi();

let count = 0;
/** A word that stands for one hidden place: whoever finds it knows what leaked. */
const marker = (place: string) => `LEAK${(count += 1)}${place}`;

/** Every public address that could show something of these slugs, in every form. */
function everywhere(slugs: string[], ids: string[]): [string, Record<string, string>][] {
  const lists = [
    '',
    'status=all',
    'status=closed',
    'status=all&include=sections,images',
    'status=all&include=sections',
    'sort=title&status=all',
    'sort=closesAt&status=all',
    'sort=publishedAt&status=all',
    'locale=en&status=all',
  ];
  const accepts = ['application/json', 'text/html', 'text/markdown', 'text/plain', '*/*'];
  const one = slugs.flatMap((slug) => {
    const path = `/postings/${encodeURIComponent(slug)}`;
    return [
      ...['ko', 'en'].flatMap((locale) =>
        ['json', 'html', 'markdown', 'text'].map((format) => `${path}?locale=${locale}&format=${format}`),
      ),
      `${path}/jsonld`,
      ...ids.map((id) => `${path}/sections/${id}`),
    ];
  });
  return [
    ...lists.map((query): [string, Record<string, string>] => [`/postings?limit=100&${query}`, {}]),
    ...one.map((path): [string, Record<string, string>] => [path, {}]),
    ...slugs.flatMap((slug) =>
      accepts.map((accept): [string, Record<string, string>] => [
        `/postings/${encodeURIComponent(slug)}`,
        { accept },
      ]),
    ),
    ...[
      '/facets',
      '/facets?locale=ko',
      '/facets?locale=en',
      '/changes',
      '/changes?since=0',
      '/settings',
      '/taxonomy',
      '/openapi.json',
    ].map((path): [string, Record<string, string>] => [path, {}]),
    ...ids.map((id): [string, Record<string, string>] => [`/images/${id}`, {}]),
    ...[
      '/drafts',
      '/jobs',
      '/accounts',
      ...ids.flatMap((id) => [
        `/drafts/${id}`,
        `/drafts/${id}/readiness`,
        `/drafts/${id}/publications`,
        `/drafts/${id}/publications/1`,
        `/drafts/${id}/sections/${id}`,
      ]),
    ].map((path): [string, Record<string, string>] => [path, {}]),
  ];
}

test('nothing that was not published is on any public surface, in any form', async () => {
  const cto = await api.signIn('owner');
  const hidden: string[] = [];
  const hide = (place: string) => {
    const word = marker(place);
    hidden.push(word);
    return word;
  };

  // A draft that was never published.
  const never = await cto.drafts.create({ title: hide('NeverTitle'), jobTitle: hide('NeverJob') });
  const neverSection = await cto.drafts.addSection(never.id, 1, {
    kind: 'text',
    heading: hide('NeverHeading'),
    content: prose(hide('NeverWords')),
  });
  await cto.drafts.change(never.id, 1, {
    summary: hide('NeverSummary'),
    company: hide('NeverCompany'),
    authors: [{ accountId: null, name: hide('NeverAuthor'), role: hide('NeverRole'), avatar: null }],
    locations: [{ country: 'KR', region: hide('NeverRegion'), locality: hide('NeverCity') }],
    applyUrl: `https://${hide('neverapply').toLowerCase()}.example/`,
  });

  // A live one with edits that are not published yet: facts, a section, a new section, a new slug.
  const live = await aPosting(cto, { words: 'public words' });
  const role = firstSection(live);
  await cto.drafts.change(live.id, live.revision, {
    title: hide('EditedTitle'),
    summary: hide('EditedSummary'),
    slug: hide('editedslug'),
    locations: [{ country: 'KR', region: '', locality: hide('EditedCity') }],
    closesAt: soon(1_000_000),
  });
  await cto.drafts.saveSection(live.id, role.id, role.revision, {
    heading: hide('EditedHeading'),
    content: prose(hide('EditedWords')),
  });
  const added = await cto.drafts.addSection(live.id, live.outlineRevision, {
    kind: 'text',
    content: prose(hide('AddedWords')),
  });
  const variant = await cto.drafts.create({ title: hide('VariantTitle'), locale: 'en', variantOf: live.id });

  // One that was withdrawn: its words were public once and are so no more.
  const withdrawn = await aPosting(cto, {
    title: hide('WithdrawnTitle'),
    words: hide('WithdrawnWords'),
    summary: hide('WithdrawnSummary'),
    slug: 'withdrawn-one',
  });
  await cto.drafts.withdraw(withdrawn.id);

  // A closed one, corrected but not published.
  const closed = await aPosting(cto);
  await cto.drafts.close(closed.id);
  await cto.drafts.change(closed.id, closed.revision, { jobTitle: hide('ClosedEdit') });

  // One brought back to an older publication, whose newer words are gone from the draft but were never public.
  const restored = await aPosting(cto);
  await cto.drafts.saveSection(restored.id, firstSection(restored).id, 1, {
    content: prose(hide('Abandoned')),
  });
  await cto.drafts.restore(restored.id, 1, (await cto.drafts.get(restored.id)).edits);

  const drafts = [never, live, variant, withdrawn, closed, restored];
  const slugs = [
    ...drafts.map(({ facts }) => facts.slug),
    ...hidden.filter((word) => word.includes('slug')).map((word) => word.toLowerCase()),
    'nothing-here',
  ];
  const ids = [
    ...drafts.map(({ id }) => id),
    neverSection.section.id,
    added.section.id,
    role.id,
    randomUUID(),
  ];
  const words = hidden;

  const asked = everywhere(slugs, ids);
  const leaks: string[] = [];
  for (const caller of [api.anonymous, await api.withKey('published:read')]) {
    for (const [path, headers] of asked) {
      const reply = await caller.fetch(path, { headers });
      const text = `${await reply.text()} ${JSON.stringify([...reply.headers])}`.toLowerCase();
      for (const word of words) {
        const inAddress = decodeURIComponent(path).toLowerCase().includes(word.toLowerCase());
        if (!inAddress && text.includes(word.toLowerCase())) leaks.push(`${word} at ${path}`);
      }
      expect([path, reply.status < 500]).toEqual([path, true]);
    }
  }
  expect(leaks).toEqual([]);

  const stream = await listenTo(api.url, {}, '?since=0');
  await new Promise((done) => setTimeout(done, 300));
  stream.stop();
  expect(stream.events.length).toBeGreaterThan(5);
  for (const word of words) expect(JSON.stringify(stream.events)).not.toContain(word);
  expect(asked.length).toBeGreaterThan(60);
});
