import type { Locale } from '@gonggo/content';
import type { ChangeList, Facets, PublishedPosting, Tombstone } from '@gonggo/contract';
import type { Reply } from '@gonggo/reply-store';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../platform/config/config.ts';
import { PublicDatabase } from '../platform/database/public-database.ts';
import {
  changesStatement,
  facetsStatement,
  presentChanges,
  type FoundChange,
  type FoundFacets,
} from './feed.sql.ts';
import { listStatement, metaOf, type ListRow, type Meta } from './list.sql.ts';
import {
  elsewhereStatement,
  postingStatements,
  type FoundPosting,
  type PostingColumn,
} from './posting.sql.ts';
import { relatedStatement, type FoundRelated } from './related.sql.ts';
import { headersFor, type ReplyType } from './reply-headers.ts';
import {
  countStatement,
  idsOf,
  partsOf,
  partStatement,
  type CountedPostings,
  type FoundPart,
} from './sitemap.sql.ts';
import { writePlace } from './sorts.ts';
import type { Target } from './target.ts';

type Addressed = Wanted<'posting' | 'jsonld' | 'related' | 'section'>;
type Wanted<Kind extends Target['kind']> = Extract<Target, { kind: Kind }>;

/** Readings of what is public: one statement each, over a connection that can see nothing else. */
@Injectable()
export class PublicReads {
  private readonly headers: Record<ReplyType, Record<string, string>>;

  constructor(
    private readonly database: PublicDatabase,
    config: Config,
  ) {
    this.headers = headersFor(config.siteUrl);
  }

  answer(target: Target): Promise<Reply> {
    return this.database.read(
      (pool) => this.from(pool, target),
      ({ revision }) => revision,
    );
  }

  private from(pool: pg.Pool, target: Target): Promise<Reply> {
    switch (target.kind) {
      case 'posting':
        return this.posting(pool, target, target.form);
      case 'jsonld':
        return this.posting(pool, target, 'jsonld');
      case 'related':
        return this.related(pool, target);
      case 'section':
        return this.section(pool, target);
      case 'list':
        return this.list(pool, target);
      case 'sitemap':
        return this.sitemap(pool, target);
      case 'facets':
        return this.facets(pool, target);
      case 'changes':
        return this.changes(pool, target);
    }
  }

  private async posting(pool: pg.Pool, target: Addressed, form: PostingColumn): Promise<Reply> {
    // Before the question, so that what is left is never reckoned too long.
    const asked = performance.now();
    const values = [target.locale, target.slug];
    const { rows } = await pool.query<FoundPosting>({ ...postingStatements[form], values });
    const [row] = rows;
    if (!row) return this.elsewhere(pool, target, form);
    return { ...this.ready(form, row.body, row, asked), ...(row.tag ? { tag: row.tag } : {}) };
  }

  private async related(pool: pg.Pool, target: Wanted<'related'>): Promise<Reply> {
    const asked = performance.now();
    const values = [target.locale, target.slug];
    const { rows } = await pool.query<FoundRelated>({ ...relatedStatement, values });
    const [first] = rows;
    if (!first) return this.elsewhere(pool, target, 'related');
    const items = rows.flatMap(({ item }) => item ?? []);
    const left = rows.reduce<number | null>((soonest, row) => earlier(soonest, row.left), null);
    const state = { ...metaOf(first.meta), left };
    return this.ready('json', `{"data":[${items.join(',')}]}`, state, asked);
  }

  private async elsewhere(pool: pg.Pool, target: Addressed, form: PostingColumn | 'related'): Promise<Reply> {
    const { rows } = await pool.query<FoundPosting>({
      ...elsewhereStatement,
      values: [target.locale, target.slug],
    });
    const row = rows[0] as FoundPosting;
    const { found, body, revision } = row;
    if (found === 'live') {
      if (form !== 'related') return this.posting(pool, target, form);
      return this.related(pool, { ...target, kind: form });
    }
    if (found === 'moved') return { ...this.moved(target, body), revision };
    if (found === 'gone') return { ...gone(target, row), revision };
    return { status: 404, headers: {}, body: '', revision };
  }

  private async section(pool: pg.Pool, target: Wanted<'section'>): Promise<Reply> {
    const reply = await this.posting(pool, target, 'json');
    if (reply.status !== 200) return reply;
    const { sections } = JSON.parse(String(reply.body)) as PublishedPosting;
    const section = sections.find(({ id }) => id === target.id);
    const { tag: _, ...rest } = reply;
    if (!section) return { ...rest, status: 404, headers: {}, body: 'section' };
    return { ...rest, body: JSON.stringify(section) };
  }

  private async list(
    pool: pg.Pool,
    { status, filters, sort, limit, after, include }: Wanted<'list'>,
  ): Promise<Reply> {
    const asked = performance.now();
    const { team, jobFamily, employmentType, level, location, remote, tag, locale } = filters;
    const others = [team, jobFamily, employmentType, level, location, remote, tag];
    const column = include.length ? 'json' : 'item';
    const statement = listStatement({ sort, column, status, limit, locale, others, after });
    const { rows } = await pool.query<ListRow>(statement);
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    const items = shown.flatMap(({ item }) => item ?? []);
    const wanted =
      include.length === 1 ? items.map((item) => reduced(item, include[0] === 'sections')) : items;
    const page = JSON.stringify({ nextCursor: last ? writePlace(sort, last) : null });
    const { meta } = rows[0] as ListRow;
    return this.ready('json', `{"data":[${wanted.join(',')}],"page":${page}}`, metaOf(meta), asked);
  }

  private async sitemap(pool: pg.Pool, { part }: Wanted<'sitemap'>): Promise<Reply> {
    const asked = performance.now();
    if (part !== null) return this.sitemapPart(pool, part, asked);
    const { rows } = await pool.query<CountedPostings>(countStatement);
    const { zeros, meta } = rows[0] as CountedPostings;
    const parts = partsOf(zeros);
    // What is read after the count may be newer: then it is no older than it says.
    if (parts.length === 1) return { ...(await this.sitemapPart(pool, '', asked)), ...revisionOf(meta) };
    return this.ready('json', JSON.stringify({ parts, data: [] }), { ...metaOf(meta), left: null }, asked);
  }

  private async sitemapPart(pool: pg.Pool, part: string, asked: number): Promise<Reply> {
    const { rows } = await pool.query<FoundPart>({ ...partStatement, values: idsOf(part) });
    const [first] = rows as [FoundPart, ...FoundPart[]];
    const items = rows.flatMap(({ item }) => item ?? []);
    const left = rows.reduce<number | null>((soonest, row) => earlier(soonest, row.left), null);
    return this.ready(
      'json',
      `{"parts":[],"data":[${items.join(',')}]}`,
      { ...metaOf(first.meta), left },
      asked,
    );
  }

  private async facets(pool: pg.Pool, { locale }: Wanted<'facets'>): Promise<Reply> {
    const asked = performance.now();
    const { rows } = await pool.query<FoundFacets>({ ...facetsStatement, values: [locale] });
    const row = rows[0] as FoundFacets;
    const of = (facet: keyof Facets) => row.facets?.[facet] ?? [];
    const facets: Facets = {
      team: of('team'),
      jobFamily: of('jobFamily'),
      employmentType: of('employmentType'),
      level: of('level'),
      location: of('location'),
      remote: of('remote'),
      tag: of('tag'),
      locale: of('locale'),
    };
    return this.ready('json', JSON.stringify(facets), metaOf(row.meta), asked);
  }

  private async changes(pool: pg.Pool, { since, limit }: Wanted<'changes'>): Promise<Reply> {
    const asked = performance.now();
    const { rows } = await pool.query<FoundChange>({ ...changesStatement, values: [since, limit] });
    const data = presentChanges(rows);
    const list: ChangeList = { data, cursor: String(data.at(-1)?.seq ?? since) };
    const { changed, revision } = rows[0] as FoundChange;
    return this.ready('json', JSON.stringify(list), { changed, revision, left: null }, asked);
  }

  private ready(type: ReplyType, body: string, { changed, left, revision }: Meta, asked: number): Reply {
    return {
      status: 200,
      headers: this.headers[type],
      body,
      lastModified: new Date(changed * 1000),
      revision,
      ...(left === null ? {} : { expiresAt: asked + left * 1000 }),
    };
  }

  /** Relative, with whatever followed the slug and the query as they came. */
  private moved(target: Addressed, slug: string): Reply {
    const rest =
      target.kind === 'jsonld' || target.kind === 'related'
        ? `/${target.kind}`
        : target.kind === 'section'
          ? `/sections/${target.id}`
          : '';
    const location = `/api/v1/postings/${encodeURIComponent(slug)}${rest}${target.search}`;
    return {
      status: 301,
      headers: { ...this.headers.text, Location: location },
      body: '',
    };
  }
}

/** The smaller; null counts for nothing. */
const earlier = (one: number | null, other: number | null): number | null =>
  one === null ? other : other === null ? one : Math.min(one, other);

const revisionOf = (meta: string) => ({ revision: metaOf(meta).revision });

function gone({ locale }: { locale: Locale }, { body, changed }: FoundPosting): Reply {
  const [id = '', slug = ''] = body.split(' ', 2);
  const tombstone: Tombstone = { id, slug, locale, withdrawnAt: new Date(changed * 1000).toISOString() };
  return { status: 410, headers: {}, body: JSON.stringify(tombstone) };
}

/** A whole posting less what was not asked for: sections, or all pictures but those of a list. */
function reduced(item: string, withSections: boolean): string {
  const { sections, images, ...posting } = JSON.parse(item) as PublishedPosting;
  if (!withSections) return JSON.stringify({ ...posting, images });
  const shown = [posting.cover?.imageId, ...posting.authors.map(({ avatar }) => avatar)];
  const few = Object.fromEntries(Object.entries(images).filter(([id]) => shown.includes(id)));
  return JSON.stringify({ ...posting, sections, images: few });
}
