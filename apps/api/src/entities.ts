import { Account } from './auth/account.ts';
import { ApiKey } from './auth/api-key.ts';
import { AuditEvent } from './platform/audit/audit-event.ts';
import { Invitation } from './accounts/invitation.ts';
import { KnownPlace } from './auth/known-place.ts';
import { RateLimit } from './auth/rate-limit.ts';
import { Session } from './auth/session.ts';
import { Posting } from './drafts/posting.ts';
import { Section } from './drafts/section.ts';
import { SlugAlias } from './drafts/slug-alias.ts';
import { KeptReply } from './platform/idempotency/kept-reply.ts';
import { ImageChunk } from './images/image-chunk.ts';
import { ImageVariant } from './images/image-variant.ts';
import { Image } from './images/image.ts';
import { Job } from './platform/jobs/job.ts';
import { ChangeCounter } from './publishing/feed/change-counter.ts';
import { Change } from './publishing/feed/change.ts';
import { FacetCount } from './publishing/live/facet-count.ts';
import { Publication } from './publishing/snapshot/publication.ts';
import { PublishedPosting } from './publishing/live/published-posting.ts';
import { Tombstone } from './publishing/live/tombstone.ts';
import { Setting } from './settings/setting.ts';
import { Term } from './taxonomy/term.ts';

/** Every table. A new entity goes here, its table in a new migration. */
export const entities = [
  Account,
  ApiKey,
  AuditEvent,
  Change,
  ChangeCounter,
  FacetCount,
  Image,
  ImageChunk,
  ImageVariant,
  Invitation,
  Job,
  KeptReply,
  KnownPlace,
  Posting,
  Publication,
  PublishedPosting,
  RateLimit,
  Section,
  Session,
  Setting,
  SlugAlias,
  Term,
  Tombstone,
];
