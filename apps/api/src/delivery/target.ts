import {
  employmentTypes,
  levels,
  locales,
  remoteKinds,
  type EmploymentType,
  type Level,
  type Locale,
  type RemoteKind,
} from '@gonggo/content';
import { checkEncoding } from '../platform/http/encoding.ts';
import { checkText } from '../platform/http/json-body.ts';
import { notFound, Problem } from '../platform/problem/problem.ts';
import { formOf, forms, type Form } from './forms.ts';
import { Query } from './query.ts';
import { sorts, type ListPlace, type Sort } from './sorts.ts';

export const statuses = ['open', 'closed', 'all'] as const;
export type Status = (typeof statuses)[number];
export const includes = ['sections', 'images'] as const;

/** Filters of a list; each is a set of values of which one must hold. null = whatever. */
export interface Filters {
  team: string[] | null;
  jobFamily: string[] | null;
  employmentType: EmploymentType[] | null;
  level: Level[] | null;
  location: string[] | null;
  remote: RemoteKind[] | null;
  tag: string[] | null;
  locale: Locale[] | null;
}

export type Target =
  | { kind: 'posting'; locale: Locale; slug: string; form: Form; search: string }
  | { kind: 'jsonld'; locale: Locale; slug: string; search: string }
  | { kind: 'related'; locale: Locale; slug: string; search: string }
  | { kind: 'section'; locale: Locale; slug: string; id: string; search: string }
  | {
      kind: 'list';
      status: Status;
      filters: Filters;
      sort: Sort;
      limit: number;
      after: ListPlace | null;
      include: (typeof includes)[number][];
    }
  | { kind: 'sitemap'; part: string | null }
  | { kind: 'facets'; locale: Locale | null }
  | { kind: 'changes'; since: number; limit: number };

const prefix = '/api/v1/';

/**
 * What a public address asks for, read the one way there is: fixed parameters, each with its list of values or its
 * limit (trust, rule B). null = none of the public readings; throws 400, 404 or 406 for a wrong one.
 */
export function readTarget(url: string, accept: string | undefined): Target | null {
  if (!url.startsWith(prefix)) return null;
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const search = mark < 0 ? '' : url.slice(mark);
  const [resource, slug, part, id, ...rest] = path.slice(prefix.length).split('/');
  const query = new Query(search);
  if (slug === undefined) {
    if (resource === 'postings') return query.checked(listTarget(query));
    if (resource === 'facets') return query.checked({ kind: 'facets', locale: query.one('locale', locales) });
    if (resource === 'sitemap') return query.checked({ kind: 'sitemap', part: query.start('part') });
    if (resource === 'changes') return query.checked(changesTarget(query));
    return null;
  }
  if (resource !== 'postings' || slug === '' || rest.length) return null;
  const where = { locale: query.one('locale', locales) ?? 'ko', slug: decoded(slug), search };
  if (part === undefined) {
    const form = query.one('format', forms) ?? formOf(accept);
    const target = query.checked({ kind: 'posting' as const, ...where, form: form ?? 'json' });
    if (!form) throw notAcceptable();
    return target;
  }
  if (part === 'jsonld' && id === undefined) return query.checked({ kind: 'jsonld', ...where });
  if (part === 'related' && id === undefined) return query.checked({ kind: 'related', ...where });
  if (part === 'sections' && id) return query.checked({ kind: 'section', ...where, id: sectionId(id) });
  return null;
}

function listTarget(query: Query): Target {
  const sort = query.one('sort', sorts) ?? '-publishedAt';
  return {
    kind: 'list',
    status: query.one('status', statuses) ?? 'open',
    filters: {
      team: query.some('team'),
      jobFamily: query.some('jobFamily'),
      employmentType: query.some('employmentType', employmentTypes),
      level: query.some('level', levels),
      location: query.some('location'),
      remote: query.some('remote', remoteKinds),
      tag: query.some('tag'),
      locale: query.some('locale', locales),
    },
    sort,
    limit: query.whole('limit', 1, 100) ?? 20,
    after: query.place('cursor', sort),
    include: query.some('include', includes) ?? [],
  };
}

const changesTarget = (query: Query): Target => ({
  kind: 'changes',
  since: query.whole('since', 0, Number.MAX_SAFE_INTEGER) ?? 0,
  limit: query.whole('limit', 1, 1000) ?? 1000,
});

function decoded(part: string): string {
  checkEncoding(part);
  const text = decodeURIComponent(part);
  checkText(text, '');
  return text.normalize('NFC');
}

function sectionId(part: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part)) throw notFound('such section');
  return part.toLowerCase();
}

const notAcceptable = () =>
  new Problem(
    406,
    'not-acceptable',
    'A posting comes as application/json, text/html, text/markdown or text/plain.',
  );
