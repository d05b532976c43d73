import { randomUUID } from 'node:crypto';
import type { PublishedState, Readiness, Reopen } from '@gonggo/contract';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.ts';
import { audit } from '../platform/audit/audit.ts';
import { may } from '../auth/may.ts';
import { Config } from '../platform/config/config.ts';
import { prepared } from '../platform/database/prepared.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { pictureIds, presentDraft, stateOf } from '../drafts/draft.presenter.ts';
import { findDraft, ownershipOf } from '../drafts/lock-draft.ts';
import { Posting } from '../drafts/posting.ts';
import { imageInfos } from '../images/image-info.ts';
import { News } from '../platform/invalidation/news.ts';
import { badRequest, conflict, stale } from '../platform/problem/problem.ts';
import { pageAddress } from './live/addresses.ts';
import type { ChangeKind } from './feed/change.ts';
import { recordChange } from './feed/change-feed.ts';
import { tellClosingAt } from './feed/closing.ts';
import { freeze } from './snapshot/freeze.ts';
import { freezeText, shapeVersion, thaw, type FrozenPosting } from './snapshot/frozen.ts';
import { gather, lockForPublishing, type Gathered } from './gather.ts';
import { keepPublished } from './snapshot/keep.ts';
import {
  clock,
  goLive,
  liveOf,
  makeAnew,
  makeVariantsAnew,
  publicationOf,
  putFrozenLive,
  takeDown,
  type Live,
} from './live/live.ts';
import { Publication } from './snapshot/publication.ts';
import { findingsOf, notReady, wholeDraft } from './ready.ts';
import { siteAround } from './live/surroundings.ts';
import { imagesOf } from './live/texts.ts';
import { Tombstone } from './live/tombstone.ts';

/** From draft to public and back. Each act is one transaction and one line of the change feed. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly news: News,
    private readonly config: Config,
  ) {}

  async readiness(actor: Actor, id: string): Promise<Readiness> {
    may(actor, 'read');
    const db = this.transactions.manager;
    const posting = await findDraft(db, id);
    const { site } = await siteAround(db, this.config.siteUrl);
    const draft = await wholeDraft(db, posting, site.name);
    const images = await imageInfos(db, pictureIds(posting, draft.sections));
    const findings = findingsOf(draft, images, await liveOf(db, id), await clock(db));
    return { ready: !findings.some(({ level }) => level === 'error'), findings };
  }

  /**
   * Freezes the draft as its next publication and puts that before the public. Where that would be what is live already
   * nothing happens: ten who publish the same at once make one publication.
   */
  publish(actor: Actor, id: string, seen: number | null = null): Promise<PublishedState> {
    return this.transactions.run(async (tx) => {
      const posting = await this.lock(tx, actor, id, seen);
      const found = await gather(tx, posting, this.config.siteUrl);
      const { now, draft, live: before, images, site } = found;
      if (before && isLive(found, before)) return this.nothingNew(tx, posting, before);
      const errors = findingsOf(draft, images, before, now).filter(({ level }) => level === 'error');
      if (errors.length) throw notReady(errors);

      const frozen = freeze(draft, { now, firstPublishedAt: found.firstPublishedAt ?? now });
      const closesAt = earlier(posting.closesAt, posting.closedAt);
      const closed = closesAt !== null && closesAt <= now;
      const closingTold = closed && (before?.closingTold ?? false);
      const { variantGroup, slug } = posting;
      const surroundings = { ...site, images, alternates: found.alternates, closesAt };
      await putFrozenLive(tx, frozen, surroundings, { variantGroup, closingTold, renderedAt: now });
      const slugsBefore = [before?.slug, found.buriedSlug];
      await keepPublished(tx, posting, frozen, { by: actor, now, imageIds: imagesOf(frozen), slugsBefore });
      if (before?.slug !== slug) await makeVariantsAnew(tx, site, posting, now);
      if (closesAt && !closingTold) await tellClosingAt(tx, id, closesAt);
      const type = !before ? 'published' : before.closed && !closed ? 'reopened' : 'updated';
      return this.told(tx, posting, { type, slug, at: now, closesAt, closed });
    });
  }

  /** Takes it away from the public for good: its address answers 410 until it is published again. */
  withdraw(actor: Actor, id: string, seen: number | null = null): Promise<PublishedState> {
    return this.transactions.run(async (tx) => {
      const posting = await this.lock(tx, actor, id, seen);
      const live = await liveOf(tx, id);
      if (!live) throw conflict('It is not published, so there is nothing to withdraw.');
      const [now, around] = [await clock(tx), await siteAround(tx, this.config.siteUrl)];
      const { slug, closesAt, closed } = live;

      await takeDown(tx, id);
      await tx.upsert(Tombstone, { postingId: id, locale: posting.locale, slug, withdrawnAt: now }, [
        'postingId',
      ]);
      await makeVariantsAnew(tx, around, posting, now);
      await stand(tx, posting, { state: 'withdrawn', closedAt: null });
      await audit(tx, actor, 'posting.withdrawn', { kind: 'posting', id }, { version: posting.version });
      return this.told(tx, posting, { type: 'withdrawn', slug, at: now, closesAt, closed });
    });
  }

  /** Closes it before its time, by making this its closing moment. The draft's own closing date stays. */
  close(actor: Actor, id: string, seen: number | null = null): Promise<PublishedState> {
    return this.transactions.run(async (tx) => {
      const posting = await this.lock(tx, actor, id, seen);
      const live = await liveOf(tx, id);
      if (!live) throw conflict('It is not published, so it cannot be closed.');
      if (live.closed) throw conflict('It is closed already.');
      const [now, around] = [await clock(tx), await siteAround(tx, this.config.siteUrl)];

      await makeAnew(tx, around, { ...live, closesAt: now, closingTold: true }, now);
      await stand(tx, posting, { closedAt: now });
      await audit(tx, actor, 'posting.closed', { kind: 'posting', id });
      return this.told(tx, posting, {
        type: 'closed',
        slug: live.slug,
        at: now,
        closesAt: now,
        closed: true,
      });
    });
  }

  /** Publishes what is live once more, with a new closing. What was edited since stays unpublished. */
  reopen(
    actor: Actor,
    id: string,
    { closesAt: until }: Reopen,
    seen: number | null = null,
  ): Promise<PublishedState> {
    return this.transactions.run(async (tx) => {
      const posting = await this.lock(tx, actor, id, seen);
      const live = await liveOf(tx, id);
      if (!live) throw conflict('It is not published: publish it instead.');
      if (!live.closed) throw conflict('It is open. To move its closing, change the fact and publish.');
      const [now, around] = [await clock(tx), await siteAround(tx, this.config.siteUrl)];
      const closesAt = until === null ? null : new Date(until);
      if (closesAt && closesAt <= now) {
        throw badRequest('The new closing must lie ahead.', [
          { pointer: '/closesAt', message: 'This moment has passed.' },
        ]);
      }

      const frozen = withClosing(
        thaw(await publicationOf(tx, id, live.version)),
        closesAt,
        posting.version + 1,
        now,
      );
      await keepPublication(tx, frozen, actor, now);
      await goLive(tx, around, frozen, {
        variantGroup: posting.variantGroup,
        closesAt,
        closingTold: false,
        now,
      });
      const { version, revision, edits, publishedEdits } = posting;
      await stand(tx, posting, {
        version: version + 1,
        revision: revision + 1,
        // The closing is a fact that this saves and publishes: what differed before differs still.
        edits: edits + 1,
        publishedEdits: publishedEdits + 1,
        closesAt,
        closedAt: null,
        updatedAt: now,
      });
      if (closesAt) await tellClosingAt(tx, id, closesAt);
      await audit(tx, actor, 'posting.reopened', { kind: 'posting', id }, { version: posting.version });
      return this.told(tx, posting, { type: 'reopened', slug: live.slug, at: now, closesAt, closed: false });
    });
  }

  /** `seen`: the `edits` of the draft that the caller looked at (412 unless they are the present ones); null = any. */
  private async lock(tx: EntityManager, actor: Actor, id: string, seen: number | null): Promise<Posting> {
    const posting = await lockForPublishing(tx, id);
    may(actor, 'publish', ownershipOf(posting));
    if (seen !== null && posting.edits !== seen) throw stale(await presentDraft(tx, actor, posting));
    return posting;
  }

  /** What is live is what the draft says. The answer is the one that its publishing gave, the feed's number included. */
  private async nothingNew(tx: EntityManager, posting: Posting, live: Live): Promise<PublishedState> {
    const { id, locale, version, state, edits } = posting;
    if (posting.publishedEdits !== edits) await stand(tx, posting, { publishedEdits: edits });
    const { slug, closed, closesAt } = live;
    return {
      id,
      state: stateOf(state, closed),
      version,
      url: pageAddress(this.config.siteUrl, locale, slug),
      closesAt: closesAt?.toISOString() ?? null,
      seq: await newestChange(tx, id),
    };
  }

  /** Last of all: the line in the feed, and the answer. */
  private async told(
    tx: EntityManager,
    posting: Posting,
    what: { type: ChangeKind; slug: string; at: Date; closesAt: Date | null; closed: boolean },
  ): Promise<PublishedState> {
    const { id, locale, version, state } = posting;
    const { type, slug, at, closesAt, closed } = what;
    const seq = await recordChange(tx, this.news, {
      type,
      postingId: id,
      slug,
      locale,
      version,
      at,
      closesAt,
    });
    const url = state === 'live' ? pageAddress(this.config.siteUrl, locale, slug) : null;
    return {
      id,
      state: stateOf(state, closed),
      version,
      url,
      closesAt: closesAt?.toISOString() ?? null,
      seq,
    };
  }
}

const earlier = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

/** Whether the draft, frozen as the live version was, is that version to the byte, and shows images with the same words. */
function isLive({ draft, newest, newWords, firstPublishedAt: first }: Gathered, live: Live): boolean {
  const { version, closesAt, closedAt } = draft.posting;
  if (newWords || !newest || !first || live.version !== version) return false;
  if (+(live.closesAt ?? 0) !== +(earlier(closesAt, closedAt) ?? 0)) return false;
  const frozen = freeze(draft, { now: newest.publishedAt, firstPublishedAt: first, version });
  return freezeText(frozen).hash === newest.hash;
}

const newestStatement = {
  name: 'publish-newest-change',
  text: 'SELECT max(seq) AS seq FROM change WHERE posting_id = $1',
};

async function newestChange(tx: EntityManager, postingId: string): Promise<number> {
  const [row] = await prepared<{ seq: string | null }>(tx, newestStatement, [postingId]);
  return Number(row?.seq ?? 0);
}

async function keepPublication(
  tx: EntityManager,
  frozen: FrozenPosting,
  actor: Actor,
  now: Date,
): Promise<void> {
  const { id: postingId, version, title } = frozen.posting;
  await tx.insert(Publication, {
    id: randomUUID(),
    postingId,
    version,
    title,
    ...freezeText(frozen),
    shapeVersion,
    publishedAt: now,
    publishedBy: actor.name,
  });
}

function withClosing(
  frozen: FrozenPosting,
  closesAt: Date | null,
  version: number,
  now: Date,
): FrozenPosting {
  const facts = { ...frozen.posting.facts, closesAt: closesAt?.toISOString() ?? null };
  return { ...frozen, posting: { ...frozen.posting, version, facts, updatedAt: now.toISOString() } };
}

/** What publishing changes of a draft; everything else is its authors'. */
async function stand(
  tx: EntityManager,
  posting: Posting,
  change: Partial<
    Pick<
      Posting,
      'version' | 'state' | 'edits' | 'publishedEdits' | 'revision' | 'closesAt' | 'closedAt' | 'updatedAt'
    >
  >,
): Promise<void> {
  await tx.update(Posting, { id: posting.id }, change);
  Object.assign(posting, change);
}
