import { Foundation1795305600000 } from './migrations/1795305600000-foundation.ts';
import { RelatedPostings1795910400000 } from './migrations/1795910400000-related-postings.ts';
import { Installation1796200000000 } from './migrations/1796200000000-installation.ts';
import { SessionConfirmation1796400000000 } from './migrations/1796400000000-session-confirmation.ts';

/** Every migration, oldest first. Shipped ones are never edited. */
export const migrations = [
  Foundation1795305600000,
  RelatedPostings1795910400000,
  Installation1796200000000,
  SessionConfirmation1796400000000,
];
