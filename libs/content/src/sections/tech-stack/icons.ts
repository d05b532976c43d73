import { icons } from './icon-paths.ts';

const bySlug: Record<string, { name: string; path: string } | undefined> = { ...icons };

/** Slug and name of every icon an author can choose, by name. */
export const iconChoices: { slug: string; name: string }[] = Object.entries(icons)
  .map(([slug, { name }]) => ({ slug, name }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** The outline of an icon in a 24 × 24 box, or null for a slug we don't carry. */
export const iconPath = (slug: string): string | null =>
  Object.hasOwn(icons, slug) ? (bySlug[slug]?.path ?? null) : null;
