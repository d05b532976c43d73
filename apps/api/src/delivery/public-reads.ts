import type { Locale } from '@gonggo/content';
import type { ChangeList, Facets, PublishedPosting, Tombstone } from '@gonggo/contract';
import type { Reply } from '@gonggo/reply-store';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { READ_POOL } from '../database/read-pool.ts';
import { Config } from '../config/config.ts';
import {
  changesStatement,
  facetsStatement,
  presentChanges,
  type FoundChange,
  type FoundFacets,
} from './feed.sql.ts';
import { listStatements, type FoundList, type Meta } from './list.sql.ts';
import { postingStatements, type FoundPosting } from './posting.sql.ts';
import { headersOf, type ReplyType } from './reply-headers.ts';
import { writePlace } from './sorts.ts';
import type { Target } from './target.ts';

type Wanted<Kind extends Target['kind']> = Extract<Target, { kind: Kind }>;

/** Readings of what is public: one statement each, over a connection that can see nothing else. */
@Injectable()
export class PublicReads {
  constructor(
    @Inject(READ_POOL) private readonly pool: pg.Pool,
    private readonly config: Config,
  ) {}

  answer(target: Target): Promise<Reply> {
    switch (target.kind) {
      case 'posting':
        return this.posting(target, target.form);
      case 'jsonld':
        return this.posting(target, 'jsonld');
      case 'section':
        return this.section(target);
      case 'list':
        return this.list(target);
      case 'facets':
        return this.facets(target);
      case 'changes':
        return this.changes(target);
    }
  }

  private async posting(
    target: Wanted<'posting' | 'jsonld' | 'section'>,
    form: keyof typeof postingStatements,
  ): Promise<Reply> {
    // Before the question, so that what is left is never reckoned too long.
    const asked = performance.now();
    const { rows } = await this.pool.query<FoundPosting>({
      ...postingStatements[form],
      values: [target.locale, target.slug],
    });
    const row = rows[0] as FoundPosting;
    const { body, revision } = row;
    if (row.found === 'nothing') return { status: 404, headers: {}, body: '', revision };
    if (row.found === 'moved') return { ...this.moved(target, body), revision };
    if (row.found === 'gone') return { ...gone(target, row), revision };
    return {
      ...this.ready(form, body, row, asked),
      ...(row.tag ? { tag: row.tag } : {}),
    };
  }

  private async section(target: Wanted<'section'>): Promise<Reply> {
    const reply = await this.posting(target, 'json');
    if (reply.status !== 200) return reply;
    const { sections } = JSON.parse(String(reply.body)) as PublishedPosting;
    const section = sections.find(({ id }) => id === target.id);
    if (!section) return { status: 404, headers: {}, body: 'section' };
    const { tag: _, ...rest } = reply;
    return { ...rest, body: JSON.stringify(section) };
  }

  private async list({ status, filters, sort, limit, after, include }: Wanted<'list'>): Promise<Reply> {
    const asked = performance.now();
    const { team, jobFamily, employmentType, level, location, remote, tag, locale } = filters;
    const narrowed = [team, jobFamily, employmentType, level, location, remote, tag, locale];
    const statement = listStatements[sort][include.length ? 'json' : 'item'];
    const values = [status, ...narrowed, after?.value ?? null, after?.id ?? null, limit];
    const { rows } = await this.pool.query<FoundList>({ ...statement, values });
    const row = rows[0] as FoundList;
    const { items, more, lastValue, lastId } = row;
    const next =
      more && lastValue !== null && lastId !== null
        ? writePlace(sort, { value: lastValue, id: lastId })
        : null;
    const data = include.length === 1 ? reduced(items ?? '', include[0] === 'sections') : (items ?? '');
    return this.ready(
      'json',
      `{"data":[${data}],"page":${JSON.stringify({ nextCursor: next })}}`,
      row,
      asked,
    );
  }

  private async facets({ locale }: Wanted<'facets'>): Promise<Reply> {
    const asked = performance.now();
    const { rows } = await this.pool.query<FoundFacets>({ ...facetsStatement, values: [locale] });
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
    return this.ready('json', JSON.stringify(facets), row, asked);
  }

  private async changes({ since, limit }: Wanted<'changes'>): Promise<Reply> {
    const asked = performance.now();
    const { rows } = await this.pool.query<FoundChange>({ ...changesStatement, values: [since, limit] });
    const data = presentChanges(rows);
    const list: ChangeList = { data, cursor: String(data.at(-1)?.seq ?? since) };
    const { changed, revision } = rows[0] as FoundChange;
    return this.ready('json', JSON.stringify(list), { changed, revision, left: null }, asked);
  }

  private ready(type: ReplyType, body: string, { changed, left, revision }: Meta, asked: number): Reply {
    return {
      status: 200,
      headers: headersOf(type, this.config.siteUrl),
      body,
      lastModified: new Date(changed * 1000),
      revision,
      ...(left === null ? {} : { expiresAt: asked + left * 1000 }),
    };
  }

  /** Relative, with whatever followed the slug and the query as they came. */
  private moved(target: Wanted<'posting' | 'jsonld' | 'section'>, slug: string): Reply {
    const rest =
      target.kind === 'jsonld' ? '/jsonld' : target.kind === 'section' ? `/sections/${target.id}` : '';
    const location = `/api/v1/postings/${encodeURIComponent(slug)}${rest}${target.search}`;
    return {
      status: 301,
      headers: { ...headersOf('text', this.config.siteUrl), Location: location },
      body: '',
    };
  }
}

function gone({ locale }: { locale: Locale }, { body, changed }: FoundPosting): Reply {
  const [id = '', slug = ''] = body.split(' ', 2);
  const tombstone: Tombstone = { id, slug, locale, withdrawnAt: new Date(changed * 1000).toISOString() };
  return { status: 410, headers: {}, body: JSON.stringify(tombstone) };
}

/** Whole postings less what was not asked for: sections, or all pictures but those of a list. */
function reduced(items: string, withSections: boolean): string {
  const postings = JSON.parse(`[${items}]`) as PublishedPosting[];
  return postings
    .map(({ sections, images, ...posting }) => {
      if (!withSections) return JSON.stringify({ ...posting, images });
      const shown = [posting.cover?.imageId, ...posting.authors.map(({ avatar }) => avatar)];
      const few = Object.fromEntries(Object.entries(images).filter(([id]) => shown.includes(id)));
      return JSON.stringify({ ...posting, sections, images: few });
    })
    .join(',');
}
