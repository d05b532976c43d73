import { isMoment, locales } from '@gonggo/content';
import { type Change, changeTypes } from '@gonggo/contract';
import { readTouches } from '@gonggo/contract/touch';
import type { PublicNews } from './news.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A notice as PostgreSQL handed it over, or null when it is none of ours: every role of the database may send one on
 * any channel, so nothing of it is believed unread.
 */
export function readNotice(payload: string): PublicNews | null {
  const told = parsed(payload);
  if (!isRecord(told) || !isWhole(told.revision) || !Array.isArray(told.changes)) return null;
  const changes = told.changes.map(readChange);
  if (!changes.every((change) => change !== null)) return null;
  const touched = readTouches(told.touched);
  return { revision: told.revision, changes, ...(touched ? { touched } : {}) };
}

function readChange(told: unknown): Change | null {
  if (!isRecord(told)) return null;
  const { seq, type, postingId, slug, locale, version, at, closesAt } = told;
  const good =
    isWhole(seq) &&
    isWhole(version) &&
    isOneOf(changeTypes, type) &&
    isOneOf(locales, locale) &&
    typeof postingId === 'string' &&
    uuid.test(postingId) &&
    typeof slug === 'string' &&
    slug.length <= 120 &&
    isMoment(at) &&
    (closesAt === null || isMoment(closesAt));
  return good ? ({ seq, type, postingId, slug, locale, version, at, closesAt } as Change) : null;
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isOneOf = (values: readonly string[], value: unknown): boolean => values.some((one) => one === value);
