import { isMoment } from '@gonggo/content';
import { badRequest } from '../problem/problem.ts';

/** Where a list goes on: after the item with this moment (as PostgreSQL writes it) and id. */
export interface Cursor {
  at: string;
  id: string;
}

export const writeCursor = ({ at, id }: Cursor): string => Buffer.from(`${at}|${id}`).toString('base64url');

export function readCursor(text: string): Cursor {
  const [, at, id] =
    /^([0-9 :.+-]{10,40})\|([0-9a-f-]{36})$/.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  // What passes can be cast by PostgreSQL: it writes zones as +00.
  if (!at || !id || !isMoment(at.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'))) {
    throw badRequest('The cursor is not one of ours: hand back `page.nextCursor` as it was.', [
      { pointer: 'cursor', message: 'Unknown cursor.' },
    ]);
  }
  return { at, id };
}
