import { Foundation1795305600000 } from './migrations/1795305600000-foundation.ts';
import { RelatedPostings1795910400000 } from './migrations/1795910400000-related-postings.ts';

/** Every migration, oldest first. Shipped ones are never edited. */
export const migrations = [Foundation1795305600000, RelatedPostings1795910400000];
