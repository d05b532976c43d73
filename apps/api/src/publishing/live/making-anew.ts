import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { Posting } from '../../drafts/posting.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { JobRunner } from '../../platform/jobs/job-runner.ts';
import { News } from '../../platform/invalidation/news.ts';
import { touchPublic } from '../../platform/invalidation/touch-public.ts';
import { clock, liveOf, lockGroup, makeAnew } from './live.ts';
import { siteAround } from './surroundings.ts';
import { madeWith } from './texts.ts';
import { takeNoted } from './touches.ts';

/** Also enqueued by whoever changes the settings: the texts name the site. */
const kind = 'make-texts-anew';

/** Brings the ready texts of live postings up to date when the site's name, its address or our outputs changed. */
@Injectable()
export class MakingAnew implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: JobRunner,
    private readonly news: News,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(kind, (_payload, signal) => this.makeAllAnew(signal), { concurrency: 1 });
  }

  /** Another SITE_URL or another release than the texts were made with. */
  async onApplicationBootstrap(): Promise<void> {
    if ((await this.outdated()).length === 0) return;
    await this.transactions.run((tx) => enqueue(tx, { kind, uniqueKey: kind }));
  }

  private async outdated(): Promise<string[]> {
    const db = this.transactions.manager;
    const site = await siteAround(db, this.config.siteUrl);
    const rows: { id: string }[] = await db.query(
      'SELECT posting_id AS id FROM published_posting WHERE made_with <> $1 ORDER BY posting_id',
      [madeWith(site)],
    );
    return rows.map(({ id }) => id);
  }

  /** One posting per transaction: authors wait for one at most, and a killed process loses one at most. */
  private async makeAllAnew(signal: AbortSignal): Promise<void> {
    for (const postingId of await this.outdated()) {
      signal.throwIfAborted();
      await this.transactions.run(async (tx) => {
        const posting = await tx.findOne(Posting, {
          where: { id: postingId },
          lock: { mode: 'for_no_key_update' },
        });
        if (!posting) return;
        await lockGroup(tx, posting.variantGroup);
        const live = await liveOf(tx, postingId);
        if (!live) return;
        const isNew = await makeAnew(tx, await siteAround(tx, this.config.siteUrl), live, await clock(tx));
        if (isNew) await touchPublic(tx, this.news, takeNoted(tx, postingId));
      });
    }
  }
}
