import { romanise, type Locale } from '@gonggo/content';
import type { EntityManager } from 'typeorm';

/**
 * Addresses that lead to a posting published under `slug`: where it was published before, and the slug in Latin
 * letters. What is live under an address always comes before an alias.
 */
export async function keepAliases(
  tx: EntityManager,
  {
    postingId,
    locale,
    slug,
    formerSlugs,
  }: { postingId: string; locale: Locale; slug: string; formerSlugs: string[] },
): Promise<void> {
  await tx.query('DELETE FROM slug_alias WHERE locale = $1 AND slug = $2', [locale, slug]);
  for (const former of formerSlugs.filter((one) => one !== slug)) {
    await tx.query(
      `INSERT INTO slug_alias (locale, slug, posting_id) VALUES ($1, $2, $3)
       ON CONFLICT (locale, slug) DO UPDATE SET posting_id = excluded.posting_id`,
      [locale, former, postingId],
    );
  }
  const roman = romanise(slug);
  if (roman === slug) return;
  await tx.query(
    'INSERT INTO slug_alias (locale, slug, posting_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [locale, roman, postingId],
  );
}
