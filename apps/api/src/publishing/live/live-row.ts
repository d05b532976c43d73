import { employmentTypeLabel, levelLabel, remoteLabel } from '@gonggo/content';
import type { EntityManager } from 'typeorm';
import { prepared } from '../../platform/database/prepared.ts';
import type { FrozenPosting } from '../snapshot/frozen.ts';
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

/** Told apart by their tags: no text is read back to be compared. */
const hasTag = (property: string) => /^(open|closed)(Json|Html|Markdown|Text|Jsonld)$/.test(property);

/**
 * Writes the row if anything that readers see of it is new, compared where it lies. Whole but for the texts that have
 * tags: another release may have made the same texts and other facets or list items.
 */
function putStatement(tx: EntityManager) {
  const columns = tx.connection.getMetadata(PublishedPosting).columns.map((column) => ({
    property: column.propertyName as keyof PublishedPosting,
    name: column.databaseName,
    json: column.type === 'jsonb',
  }));
  const told = columns.filter(({ property }) => !untold.has(property) && !hasTag(property));
  const list = (of: typeof columns, table = '') => of.map(({ name }) => `${table}${name}`).join(', ');
  const text = `
INSERT INTO published_posting AS before (${list(columns)}) VALUES (${columns.map((_, n) => `$${n + 1}`).join(', ')})
ON CONFLICT (posting_id) DO UPDATE SET (${list(columns)}) = ROW (${list(columns, 'excluded.')})
 WHERE (${list(told, 'before.')}) IS DISTINCT FROM (${list(told, 'excluded.')})
RETURNING 1`;
  return { name: 'put-live', text, columns };
}

/** Puts a row where the world reads it; answers whether anything about it is new. */
export async function putLive(tx: EntityManager, row: PublishedPosting): Promise<boolean> {
  const { columns, ...statement } = putStatement(tx);
  const values = columns.map(({ property, json }) => (json ? JSON.stringify(row[property]) : row[property]));
  const written = await prepared(tx, statement, values);
  if (written.length) {
    noteLive(tx, row, row.renderedAt);
    return true;
  }
  const { postingId, madeWith: made, closingTold } = row;
  await tx.update(PublishedPosting, { postingId }, { madeWith: made, closingTold });
  return false;
}
