import { createHash } from 'node:crypto';
import { locales, type Locale } from '@gonggo/content';
import type { PostingListItem } from './postings.ts';

/**
 * What a change left behind of one posting, for whoever keeps pages: told with the news, beside the line of the
 * change feed. News without it may have changed anything.
 */
export interface Touch {
  /** Posting id. */
  id: string;
  locale: Locale;
  /** How it stands among what is open now; null = it is closed or withdrawn, so in no such list. */
  open: Standing | null;
}

/** Where an open posting stands in a list, and what the list shows of it. */
export interface Standing {
  /** Names what a line about it shows: see `cardTag`. */
  card: string;
  /** Slugs. */
  team: string | null;
  jobFamily: string | null;
  /** ISO 8601: lists are sorted by it. */
  publishedAt: string;
}

type Listed = Pick<PostingListItem, 'slug' | 'title' | 'facts' | 'publishedAt'>;

/**
 * Names everything that a line about a posting shows and that decides where the line stands. Equal for two versions
 * that only differ in their text, summary or pictures.
 */
export const cardTag = ({ slug, title, facts, publishedAt }: Listed): string =>
  createHash('sha256')
    .update(JSON.stringify([slug, title, publishedAt, facts]))
    .digest('base64url')
    .slice(0, 16);

export const standingOf = (item: Listed): Standing => ({
  card: cardTag(item),
  team: item.facts.team?.slug ?? null,
  jobFamily: item.facts.jobFamily,
  publishedAt: item.publishedAt,
});

/** Reads what came over a wire; null = not all of it can be read, so anything may have changed. */
export function readTouches(told: unknown): Touch[] | null {
  if (!Array.isArray(told) || told.length === 0) return null;
  const touches = told.map(readTouch);
  return touches.every((one) => one !== null) ? touches : null;
}

function readTouch(told: unknown): Touch | null {
  const { id, locale, open } = (told ?? {}) as Record<string, unknown>;
  const standing = open === null ? null : readStanding(open);
  if (typeof id !== 'string' || standing === undefined) return null;
  const language = locales.find((one) => one === locale);
  return language ? { id, locale: language, open: standing } : null;
}

function readStanding(told: unknown): Standing | undefined {
  const { card, team, jobFamily, publishedAt } = (told ?? {}) as Record<string, unknown>;
  if (typeof card !== 'string' || typeof publishedAt !== 'string') return undefined;
  if (!isTextOrNull(team) || !isTextOrNull(jobFamily)) return undefined;
  return { card, team, jobFamily, publishedAt };
}

const isTextOrNull = (told: unknown): told is string | null => told === null || typeof told === 'string';
