import type { Draft, PublicationList, PublishedPosting } from '@gonggo/contract';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.ts';
import { audit } from '../platform/audit/audit.ts';
import { may } from '../auth/may.ts';
import { Config } from '../platform/config/config.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { presentDraft } from '../drafts/draft.presenter.ts';
import { findDraft, lockDraft, ownershipOf } from '../drafts/lock-draft.ts';
import { stale } from '../platform/problem/problem.ts';
import { thaw } from './snapshot/frozen.ts';
import { clock, publicationOf } from './live/live.ts';
import { Publication } from './snapshot/publication.ts';
import { restoreFacts, restoreSections } from './snapshot/restore.ts';
import { around, siteAround } from './live/surroundings.ts';
import { documentOf } from './live/texts.ts';

/** What was published, for ever: to look at, and to take up again. */
@Injectable()
export class PublicationsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly config: Config,
  ) {}

  async list(actor: Actor, postingId: string): Promise<PublicationList> {
    may(actor, 'read');
    const db = this.transactions.manager;
    const posting = await findDraft(db, postingId);
    const publications = await db.find(Publication, {
      select: { version: true, publishedAt: true, publishedBy: true, title: true, hash: true },
      where: { postingId },
      order: { version: 'DESC' },
      take: 1000,
    });
    return {
      data: publications.map(({ version, publishedAt, publishedBy, title, hash }) => {
        const live = posting.state === 'live' && version === posting.version;
        return { version, publishedAt: publishedAt.toISOString(), publishedBy, title, hash, live };
      }),
    };
  }

  /** As it was published; open or closed as its own closing date has it today. */
  async get(actor: Actor, postingId: string, version: number): Promise<PublishedPosting> {
    may(actor, 'read');
    const db = this.transactions.manager;
    await findDraft(db, postingId);
    const frozen = thaw(await publicationOf(db, postingId, version));
    const { closesAt: until } = frozen.posting.facts;
    const closesAt = until === null ? null : new Date(until);
    const status = closesAt && closesAt <= (await clock(db)) ? 'closed' : 'open';
    const site = await siteAround(db, this.config.siteUrl);
    return documentOf(frozen, status, await around(db, site, frozen, { variantGroup: null, closesAt }));
  }

  /**
   * Writes a publication back into the draft, as a save of everything that started from the state `edits` counts: all
   * revisions move on. The public sees nothing.
   */
  restore(actor: Actor, postingId: string, version: number, edits: number): Promise<Draft> {
    return this.transactions.run(async (tx) => {
      const posting = await lockDraft(tx, postingId);
      may(actor, 'edit', ownershipOf(posting));
      const frozen = thaw(await publicationOf(tx, postingId, version));
      if (posting.edits !== edits) throw stale(await presentDraft(tx, actor, posting));
      await restoreFacts(tx, posting, frozen);
      await restoreSections(tx, posting, frozen, actor.name);
      await audit(tx, actor, 'posting.restored', { kind: 'posting', id: postingId }, { version });
      return presentDraft(tx, actor, await findDraft(tx, postingId));
    });
  }
}
