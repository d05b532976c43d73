import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { PRIMARY_READ_POOL, READ_POOL } from '../database/read-pool.ts';
import { News } from './news.ts';

/** Where what is public is read: from the replica, if there is one, but never behind the news. */
@Injectable()
export class PublicDatabase {
  constructor(
    @Inject(READ_POOL) private readonly pool: pg.Pool,
    @Inject(PRIMARY_READ_POOL) private readonly primary: pg.Pool | null,
    private readonly news: News,
  ) {}

  /**
   * Asks the replica, and the database itself when the replica can't be asked or its answer is older than the newest
   * revision heard of: what is withdrawn is gone at once, however far a replica lags. Where the database itself is out
   * of reach nothing can be withdrawn either: then an old answer is better than none.
   */
  async read<Answer>(
    ask: (pool: pg.Pool) => Promise<Answer>,
    revisionOf: (answer: Answer) => number | undefined,
  ): Promise<Answer> {
    const { primary } = this;
    if (!primary) return ask(this.pool);
    let answer: Answer;
    try {
      answer = await ask(this.pool);
    } catch (error) {
      if (!isReplicas(error)) throw error;
      return ask(primary);
    }
    if ((revisionOf(answer) ?? 0) >= this.news.revision) return answer;
    return ask(primary).catch(() => answer);
  }
}

/**
 * Trouble of the replica's own: it is away, or replaying took away what a statement was reading (40001). Not that it
 * has too much to do: asking twice would double the load just then.
 */
function isReplicas(error: unknown): boolean {
  const { code = '', message } = error as Error & { code?: string };
  return (
    /^(08|57P|40001|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/.test(code) ||
    /Connection terminated|not queryable/.test(message)
  );
}
