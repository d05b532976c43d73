import { isMoment } from '@gonggo/content';

export const sorts = ['-publishedAt', 'publishedAt', 'closesAt', 'title'] as const;
export type Sort = (typeof sorts)[number];

/** Where a list goes on: after the posting with this value of what it is sorted by, and this id. */
export interface ListPlace {
  value: string;
  id: string;
}

export const writePlace = (sort: Sort, { value, id }: ListPlace): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');

/** null = not one of ours, or of another sort. Whatever passes can be cast by PostgreSQL. */
export function readPlace(cursor: string, sort: Sort): ListPlace | null {
  if (cursor.length > 1000) return null;
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
  if (!Array.isArray(read) || read.length !== 3) return null;
  const [of, value, id] = read as unknown[];
  if (of !== sort || typeof value !== 'string' || typeof id !== 'string') return null;
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  if (sort === 'title')
    return value.length <= 400 && value.isWellFormed() && !value.includes('\0') ? { value, id } : null;
  return value === 'infinity' || isTimestamp(value) ? { value, id } : null;
}

/** As PostgreSQL writes one: `2026-11-22 10:00:00.123456+09`. */
const isTimestamp = (text: string) => isMoment(text.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'));
