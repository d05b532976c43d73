import type { Locale } from '@gonggo/content';
import type { EntityManager } from 'typeorm';
import { Problem } from '../platform/problem/problem.ts';

/** The first of `slug`, `slug-2`, `slug-3` … that no draft and no live posting of this language has. */
export async function freeSlug(db: EntityManager, locale: Locale, slug: string): Promise<string> {
  const rows: { slug: string }[] = await db.query(
    `SELECT slug FROM posting WHERE locale = $1 AND (slug = $2 OR starts_with(slug, $2 || '-'))
      UNION
     SELECT slug FROM published_posting WHERE locale = $1 AND (slug = $2 OR starts_with(slug, $2 || '-'))`,
    [locale, slug],
  );
  const taken = new Set(rows.map((row) => row.slug));
  if (!taken.has(slug)) return slug;
  let n = 2;
  while (taken.has(`${slug}-${n}`)) n++;
  return `${slug}-${n}`;
}

/** Whether another posting of this language is edited or live under this slug. */
export async function isSlugTaken(
  db: EntityManager,
  locale: Locale,
  slug: string,
  by?: string,
): Promise<boolean> {
  const rows: unknown[] = await db.query(
    `SELECT 1 FROM posting WHERE locale = $1 AND slug = $2 AND id IS DISTINCT FROM $3
      UNION ALL
     SELECT 1 FROM published_posting WHERE locale = $1 AND slug = $2 AND posting_id IS DISTINCT FROM $3`,
    [locale, slug, by ?? null],
  );
  return rows.length > 0;
}

export const slugTaken = (slug: string) =>
  new Problem(
    409,
    'slug-taken',
    `Another posting of this language has the slug "${slug}". Choose another one.`,
    {
      errors: [{ pointer: '/slug', message: 'Taken.' }],
    },
  );

/** A lost race for a slug, as the same answer; everything else as it came. */
export function asSlugTaken(error: unknown, slug: string): unknown {
  type Refusal = { code?: string; constraint?: string };
  const { code, constraint } = (error as { driverError?: Refusal }).driverError ?? (error as Refusal);
  const ours = constraint === 'posting_locale_slug_key' || constraint === 'published_posting_locale_slug_key';
  return code === '23505' && ours ? slugTaken(slug) : error;
}
