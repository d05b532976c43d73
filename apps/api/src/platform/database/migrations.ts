import { Foundation1795305600000 } from './migrations/1795305600000-foundation.ts';
import { RelatedPostings1795910400000 } from './migrations/1795910400000-related-postings.ts';
import { Installation1796200000000 } from './migrations/1796200000000-installation.ts';
import { PublishingIndexes1796300000000 } from './migrations/1796300000000-publishing-indexes.ts';
import { FacetCounts1796300001000 } from './migrations/1796300001000-facet-counts.ts';
import { FlatLists1796300002000 } from './migrations/1796300002000-flat-lists.ts';
import { PublishedWords1796300003000 } from './migrations/1796300003000-published-words.ts';
import { ContentBytes1796300004000 } from './migrations/1796300004000-content-bytes.ts';
import { SessionConfirmation1796400000000 } from './migrations/1796400000000-session-confirmation.ts';
import { AuditEventIndexes1796400000001 } from './migrations/1796400000001-audit-event-indexes.ts';
import { KnownPlace1796400000002 } from './migrations/1796400000002-known-place.ts';
import { JpegFiles1796400000003 } from './migrations/1796400000003-jpeg-files.ts';
import { CountingByItsOwner1796400000004 } from './migrations/1796400000004-counting-by-its-owner.ts';

/** Every migration, oldest first. Shipped ones are never edited. */
export const migrations = [
  Foundation1795305600000,
  RelatedPostings1795910400000,
  Installation1796200000000,
  PublishingIndexes1796300000000,
  FacetCounts1796300001000,
  FlatLists1796300002000,
  PublishedWords1796300003000,
  ContentBytes1796300004000,
  SessionConfirmation1796400000000,
  AuditEventIndexes1796400000001,
  KnownPlace1796400000002,
  JpegFiles1796400000003,
  CountingByItsOwner1796400000004,
];
