import type { ImageInfo, Locale } from '@gonggo/content';
import { imageAddress } from '@gonggo/content/render';
import type { EntityManager } from 'typeorm';
import { prepared } from '../platform/database/prepared.ts';
import { entityOf, selectList } from '../platform/database/select-list.ts';
import { pictureIds } from '../drafts/draft.presenter.ts';
import { Posting } from '../drafts/posting.ts';
import type { Section } from '../drafts/section.ts';
import { Vocabulary } from '../drafts/vocabulary.ts';
import { imageRowSql, infoOf, type ImageRow } from '../images/image-info.ts';
import { newWordsSql } from '../images/publish-words.ts';
import { notFound } from '../platform/problem/problem.ts';
import type { Term } from '../taxonomy/term.ts';
import type { WholeDraft } from './snapshot/freeze.ts';
import type { Live } from './live/live.ts';
import type { Surroundings } from './live/texts.ts';

/** A draft, locked for publishing (`lockDraft`), and then its group of languages (`lockGroup`): in one statement. */
export async function lockForPublishing(tx: EntityManager, id: string): Promise<Posting> {
  const text = `
WITH draft AS MATERIALIZED (SELECT * FROM posting WHERE id = $1 FOR NO KEY UPDATE)
SELECT ${selectList(tx, Posting, 'draft')},
       pg_advisory_xact_lock(hashtextextended(draft.variant_group::text, 2))::text AS locked FROM draft`;
  const [row] = await prepared(tx, { name: 'publish-lock', text }, [id]);
  if (!row) throw notFound('such draft');
  return entityOf(tx, Posting, row);
}

/** Everything that a publish reads, of one moment; its locks held. */
export interface Gathered {
  now: Date;
  site: Surroundings;
  draft: WholeDraft;
  live: Live | null;
  images: Record<string, ImageInfo>;
  /** Some image has words in the library that are not public yet. */
  newWords: boolean;
  /** Live postings of the group in other languages: language → slug. */
  alternates: Partial<Record<Locale, string>>;
  firstPublishedAt: Date | null;
  /** The newest publication. */
  newest: { hash: string; publishedAt: Date } | null;
  /** The address that answered 410 until now. */
  buriedSlug: string | null;
}

interface Row {
  now: Date;
  siteName: string;
  companyUrl: string | null;
  logo: string | null;
  settingsRevision: number;
  slug: string | null;
  version: number;
  closesAt: Date | null;
  closed: boolean;
  closingTold: boolean;
  buriedSlug: string | null;
  firstPublishedAt: Date | null;
  hash: string | null;
  publishedAt: Date;
  terms: Term[] | null;
  sections: Section[] | null;
  alternates: Gathered['alternates'] | null;
  images: (ImageRow & { newWords: boolean })[] | null;
}

/** Values: posting, its terms, its group, its newest version, the images of its facts. */
const statement = {
  name: 'publish-gather',
  text: `
WITH images AS (
  SELECT unnest($5::uuid[]) AS id
  UNION SELECT unnest(image_ids_in(content))::uuid FROM section WHERE posting_id = $1
  UNION SELECT logo FROM setting
)
SELECT clock_now() AS now, site.site_name AS "siteName", site.company_url AS "companyUrl", site.logo,
       site.revision AS "settingsRevision",
       live.slug, live.version, live.closes_at AS "closesAt", coalesce(live.closes_at <= clock_now(), false) AS closed,
       live.closing_told AS "closingTold",
       tombstone.slug AS "buriedSlug", newest.hash, newest.published_at AS "publishedAt",
       (SELECT min(published_at) FROM publication WHERE posting_id = $1) AS "firstPublishedAt",
       (SELECT json_agg(json_build_object('id', id, 'slug', slug, 'nameKo', name_ko, 'nameEn', name_en))
          FROM term WHERE id = ANY($2::uuid[])) AS terms,
       (SELECT json_agg(json_build_object('id', id, 'kind', kind, 'heading', heading, 'content', content)
                        ORDER BY position, id) FROM section WHERE posting_id = $1) AS sections,
       (SELECT json_object_agg(locale, slug ORDER BY locale) FROM published_posting
         WHERE variant_group = $3 AND posting_id <> $1) AS alternates,
       (SELECT json_agg(one) FROM (${imageRowSql('(SELECT id FROM images)', newWordsSql)}) AS one) AS images
  FROM setting site
  LEFT JOIN published_posting live ON live.posting_id = $1
  LEFT JOIN tombstone ON tombstone.posting_id = $1
  LEFT JOIN publication newest ON newest.posting_id = $1 AND newest.version = $4`,
};

export async function gather(tx: EntityManager, posting: Posting, siteUrl: string): Promise<Gathered> {
  const { id, teamId, jobFamilyId, tagIds, variantGroup, version } = posting;
  const terms = [teamId, jobFamilyId, ...tagIds].filter((term) => term !== null);
  const values = [id, terms, variantGroup, version, [...pictureIds(posting, [])]];
  const [row] = await prepared<Row>(tx, statement, values);
  if (!row) throw new Error('The row of settings is missing.');
  const { siteName, companyUrl, logo, settingsRevision, hash, publishedAt } = row;
  const sections = row.sections ?? [];
  const all = Object.fromEntries((row.images ?? []).map((one) => [one.id, infoOf(one)]));
  const shown = pictureIds(posting, sections);
  const address = logo && imageAddress(logo, { locale: 'ko', images: all, siteUrl });
  return {
    now: row.now,
    site: {
      site: { name: siteName, url: siteUrl, companyUrl, logo: address || null },
      settingsRevision,
    },
    draft: { posting, sections, vocabulary: Vocabulary.from(row.terms ?? []), siteName },
    live: liveOf(posting, row),
    images: Object.fromEntries(Object.entries(all).filter(([image]) => shown.has(image))),
    newWords: (row.images ?? []).some((image) => shown.has(image.id) && image.newWords),
    alternates: row.alternates ?? {},
    firstPublishedAt: row.firstPublishedAt,
    newest: hash === null ? null : { hash, publishedAt },
    buriedSlug: row.buriedSlug,
  };
}

function liveOf({ id, variantGroup }: Posting, row: Row): Live | null {
  const { slug, version, closesAt, closed, closingTold } = row;
  return slug === null ? null : { postingId: id, variantGroup, slug, version, closesAt, closed, closingTold };
}
