import { isDeepStrictEqual } from 'node:util';
import { employmentTypeLabel, levelLabel, remoteLabel } from '@gonggo/content';
import type { EntityManager } from 'typeorm';
import type { FrozenPosting } from './frozen.ts';
import type { FacetEntry } from './published-posting.ts';
import { PublishedPosting } from './published-posting.ts';
import { noteLive } from './touches.ts';
import { documentOf, imagesOf, madeWith, tagOf, textsOf, type PostingSurroundings } from './texts.ts';

const localeNames = { ko: '한국어', en: 'English' };

/** What the world reads of a publication, in these surroundings. */
export async function liveRow(
  frozen: FrozenPosting,
  surroundings: PostingSurroundings,
  more: Pick<PublishedPosting, 'variantGroup' | 'closingTold' | 'renderedAt'>,
): Promise<PublishedPosting> {
  const { posting } = frozen;
  const { facts } = posting;
  const open = await textsOf(documentOf(frozen, 'open', surroundings), surroundings.site);
  const closed = await textsOf(documentOf(frozen, 'closed', surroundings), surroundings.site);
  return {
    postingId: posting.id,
    locale: posting.locale,
    slug: posting.slug,
    version: posting.version,
    closesAt: surroundings.closesAt,
    ...more,

    openJson: open.json,
    openJsonEtag: tagOf(open.json),
    openHtml: open.html,
    openHtmlEtag: tagOf(open.html),
    openMarkdown: open.markdown,
    openMarkdownEtag: tagOf(open.markdown),
    openText: open.text,
    openTextEtag: tagOf(open.text),
    openJsonld: open.jsonld,
    openJsonldEtag: tagOf(open.jsonld),
    openItem: open.item,

    closedJson: closed.json,
    closedJsonEtag: tagOf(closed.json),
    closedHtml: closed.html,
    closedHtmlEtag: tagOf(closed.html),
    closedMarkdown: closed.markdown,
    closedMarkdownEtag: tagOf(closed.markdown),
    closedText: closed.text,
    closedTextEtag: tagOf(closed.text),
    closedJsonld: closed.jsonld,
    closedJsonldEtag: tagOf(closed.jsonld),
    closedItem: closed.item,

    title: posting.title,
    team: facts.team?.slug ?? null,
    jobFamily: facts.jobFamily,
    employmentType: facts.employmentType,
    level: facts.level,
    remote: facts.remote,
    locations: localities(frozen),
    tags: posting.tags.map(({ slug }) => slug),
    facets: facetsOf(frozen),
    imageIds: imagesOf(frozen),
    firstPublishedAt: new Date(posting.publishedAt),
    updatedAt: new Date(posting.updatedAt),
    madeWith: madeWith(surroundings),
  };
}

const localities = ({ posting }: FrozenPosting): string[] => [
  ...new Set(posting.facts.locations.map(({ locality }) => locality).filter(Boolean)),
];

/** What a posting is counted under. Filters and facets are made of the same values, so they agree. */
function facetsOf(frozen: FrozenPosting): FacetEntry[] {
  const { posting, origin } = frozen;
  const { locale, tags } = posting;
  const { team, jobFamily, employmentType, level, remote } = posting.facts;
  const found: (FacetEntry | null)[] = [
    team && { facet: 'team', value: team.slug, name: team.name },
    jobFamily === null
      ? null
      : { facet: 'jobFamily', value: jobFamily, name: origin.jobFamilyName ?? jobFamily },
    employmentType && {
      facet: 'employmentType',
      value: employmentType,
      name: employmentTypeLabel(employmentType, locale),
    },
    level && { facet: 'level', value: level, name: levelLabel(level, locale) },
    remote && { facet: 'remote', value: remote, name: remoteLabel(remote, locale) },
    { facet: 'locale', value: locale, name: localeNames[locale] },
    ...localities(frozen).map((place): FacetEntry => ({ facet: 'location', value: place, name: place })),
    ...tags.map(({ slug, name }): FacetEntry => ({ facet: 'tag', value: slug, name })),
  ];
  return found.filter((entry) => entry !== null);
}

/** What says nothing to readers: with what and when the texts were made, and how far the feed has told. */
const untold: ReadonlySet<string> = new Set<keyof PublishedPosting>([
  'madeWith',
  'renderedAt',
  'closingTold',
]);

/** Compared whole: another release may have made the same texts and other facets or list items. */
const saysTheSame = (before: PublishedPosting, row: PublishedPosting): boolean =>
  Object.entries(row).every(
    ([name, value]) => untold.has(name) || isDeepStrictEqual(before[name as keyof PublishedPosting], value),
  );

/** Puts a row where the world reads it; answers whether anything about it is new. */
export async function putLive(tx: EntityManager, row: PublishedPosting): Promise<boolean> {
  const { postingId } = row;
  const before = await tx.findOneBy(PublishedPosting, { postingId });
  if (before && saysTheSame(before, row)) {
    await tx.update(
      PublishedPosting,
      { postingId },
      { madeWith: row.madeWith, closingTold: row.closingTold },
    );
    return false;
  }
  await tx.upsert(PublishedPosting, row, ['postingId']);
  noteLive(tx, row, row.renderedAt);
  return true;
}
