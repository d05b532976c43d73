import { Foundation1795305600000 } from './migrations/1795305600000-foundation.ts';

/** Every migration, oldest first. Shipped ones are never edited. */
export const migrations = [Foundation1795305600000];
