import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../platform/database/transactions.ts';
import { Posting } from '../../drafts/posting.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { JobRunner } from '../../platform/jobs/job-runner.ts';
import { News } from '../../platform/invalidation/news.ts';
import { recordChange } from './change-feed.ts';
import { liveOf, lockGroup } from '../live/live.ts';
import { PublishedPosting } from '../live/published-posting.ts';

const kind = 'tell-closing';

/** Has the feed told of a closing when it comes. Nothing else waits for this: readers see the clock. */
export async function tellClosingAt(tx: EntityManager, postingId: string, closesAt: Date): Promise<void> {
  await enqueue(tx, {
    kind,
    payload: { postingId },
    runAt: closesAt,
    uniqueKey: `${kind} ${postingId}`,
    maxAttempts: 1000,
  });
}

/** Appends the `closed` line of a closing that has come, once, however many processes try. */
@Injectable()
export class Closing implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: JobRunner,
    private readonly news: News,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(kind, ({ postingId }) => this.tell(String(postingId)));
  }

  private tell(postingId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const posting = await tx.findOne(Posting, {
        where: { id: postingId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!posting) return;
      await lockGroup(tx, posting.variantGroup);
      const live = await liveOf(tx, postingId);
      if (!live?.closesAt || live.closingTold || !live.closed) return;
      await tx.update(PublishedPosting, { postingId }, { closingTold: true });
      const { slug, version, closesAt } = live;
      await recordChange(tx, this.news, {
        type: 'closed',
        postingId,
        slug,
        locale: posting.locale,
        version,
        at: closesAt,
        closesAt,
      });
    });
  }
}
