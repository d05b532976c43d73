import { createHash } from 'node:crypto';
import { setImmediate as othersTurn } from 'node:timers/promises';
import {
  imageIdsIn,
  type ImageInfo,
  type Locale,
  type PostingDocument,
  type PostingStatus,
} from '@gonggo/content';
import { toBlogPosting, toJobPosting, toMarkdown, toText, type PublishingSite } from '@gonggo/content/render';
import { toHtml } from '@gonggo/content/static';
import { apiAddress, pageAddress } from './addresses.ts';
import type { FrozenPosting } from '../snapshot/frozen.ts';

/** Raise it when an output changes: the next start then makes the texts of every live posting anew. */
export const textsVersion = 5;

/** What texts are made with besides the publication. */
export interface Surroundings {
  /** Name, address, logo. */
  site: PublishingSite;
  settingsRevision: number;
}

/** Names the surroundings: texts that were made with others are outdated. */
export const madeWith = ({ site, settingsRevision }: Surroundings): string =>
  `${textsVersion} ${settingsRevision} ${site.url}`;

export interface PostingSurroundings extends Surroundings {
  images: Record<string, ImageInfo>;
  /** Live postings of the same group in other languages: language → slug. */
  alternates: Partial<Record<Locale, string>>;
  /** The closing in force; differs from the frozen one when somebody closed it by hand. */
  closesAt: Date | null;
}

/** The contract's posting, open or closed. */
export function documentOf(
  { posting }: FrozenPosting,
  status: PostingStatus,
  around: PostingSurroundings,
): PostingDocument {
  const { site, images, alternates, closesAt } = around;
  const { slug, locale, sections, publishedAt, updatedAt, readingMinutes } = posting;
  const pages = Object.entries(alternates).map(([other, slug]) => [
    other,
    pageAddress(site.url, other as Locale, slug),
  ]);
  return {
    id: posting.id,
    slug,
    locale,
    version: posting.version,
    status,
    title: posting.title,
    jobTitle: posting.jobTitle,
    summary: posting.summary,
    cover: posting.cover,
    facts: { ...posting.facts, closesAt: closesAt?.toISOString() ?? null },
    tags: posting.tags,
    authors: posting.authors,
    sections,
    images,
    publishedAt,
    updatedAt,
    readingMinutes,
    links: {
      html: pageAddress(site.url, locale, slug),
      markdown: apiAddress(site.url, locale, slug, 'markdown'),
      jsonld: apiAddress(site.url, locale, slug, 'jsonld'),
      alternates: Object.fromEntries(pages),
    },
  };
}

/** Every form of one posting, ready to be sent. A long one takes a while, so others get their turn in between. */
export async function textsOf(document: PostingDocument, site: PublishingSite) {
  const nodes = [toJobPosting(document, site), toBlogPosting(document, site)].filter((node) => node !== null);
  const graph = nodes.map(({ '@context': _, ...node }) => node);
  const html = toHtml(document, site.url);
  await othersTurn();
  const markdown = toMarkdown(document, site.url);
  await othersTurn();
  const text = toText(document, site.url);
  await othersTurn();
  return {
    json: JSON.stringify(document),
    html,
    markdown,
    text,
    jsonld: JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }),
    item: JSON.stringify(itemOf(document)),
  };
}

/** As in a list: without sections, and only with the pictures that a list shows. */
function itemOf({ sections: _, images, ...document }: PostingDocument) {
  const shown = [document.cover?.imageId, ...document.authors.map(({ avatar }) => avatar)];
  return {
    ...document,
    images: Object.fromEntries(Object.entries(images).filter(([id]) => shown.includes(id))),
  };
}

/** Names bytes, as reply-store does when nobody tells it. */
export const tagOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 27);

/** Every image a frozen posting shows. */
export function imagesOf({ posting }: FrozenPosting): string[] {
  const { cover, authors, sections } = posting;
  return [
    ...new Set([
      ...(cover ? [cover.imageId] : []),
      ...authors.flatMap(({ avatar }) => avatar ?? []),
      ...imageIdsIn(sections),
    ]),
  ];
}
