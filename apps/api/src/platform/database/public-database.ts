import { Inject, Injectable, Logger } from '@nestjs/common';
import type pg from 'pg';
import { PRIMARY_READ_POOL, READ_POOL } from './read-pool.ts';
import { problemFrom } from '../problem/from-error.ts';
import { News } from '../invalidation/news.ts';

/** What a replica said, and of which revision it is. */
interface Found<Answer> {
  answer: Answer;
  revision: number;
}

/** How long a replica that failed is left alone, in milliseconds. */
export const restMs = 3_000;
/** What a replica must be able to answer before it is asked again. */
export const probe = 'SELECT revision FROM change_counter';

/** Where what is public is read: from the replica, if there is one, but never behind the news. */
@Injectable()
export class PublicDatabase {
  private readonly log = new Logger(PublicDatabase.name);
  /** Until then the replica is left alone, and then tried by one statement that nobody waits for; 0 = it serves. */
  private restsUntil = 0;

  constructor(
    @Inject(READ_POOL) private readonly pool: pg.Pool,
    @Inject(PRIMARY_READ_POOL) private readonly primary: pg.Pool | null,
    private readonly news: News,
  ) {}

  /**
   * Asks the replica, and the database itself when the replica fails, rests after failing, or gives an answer older
   * than the newest revision heard of: what is withdrawn is gone at once, however far a replica lags. Where the database
   * itself is out of reach nothing can be withdrawn either: then an old answer is better than none. A database that is
   * only busy is not out of reach: what it throws is thrown. While no news are heard nobody knows how old is too old:
   * then the database is asked first.
   */
  async read<Answer>(
    ask: (pool: pg.Pool) => Promise<Answer>,
    revisionOf: (answer: Answer) => number | undefined,
  ): Promise<Answer> {
    const { primary, news } = this;
    if (!primary) return ask(this.pool);
    const found = news.hears && this.replicaServes() ? await this.askReplica(ask, revisionOf) : null;
    if (found && news.hears && found.revision >= news.revision) return found.answer;
    try {
      return await ask(primary);
    } catch (error) {
      if (!this.isAway(error)) throw error;
      const old = found ?? (await this.askReplica(ask, revisionOf));
      if (!old) throw error;
      return old.answer;
    }
  }

  /** null = it failed in a way that the database itself may not: all but a mistake of the caller's, which is thrown. */
  private async askReplica<Answer>(
    ask: (pool: pg.Pool) => Promise<Answer>,
    revisionOf: (answer: Answer) => number | undefined,
  ): Promise<Found<Answer> | null> {
    try {
      const answer = await ask(this.pool);
      return { answer, revision: revisionOf(answer) ?? 0 };
    } catch (error) {
      if ((problemFrom(error)?.status ?? 500) < 500) throw error;
      this.rest(error);
      return null;
    }
  }

  private rest(error: unknown): void {
    const { message, code } = error as Error & { code?: string };
    if (!this.restsUntil)
      this.log.warn(`The replica failed and is left alone for a while: ${message || code}`);
    this.restsUntil = performance.now() + restMs;
  }

  private replicaServes(): boolean {
    if (this.restsUntil && performance.now() >= this.restsUntil) {
      this.restsUntil = performance.now() + restMs;
      this.pool.query(probe).then(
        () => (this.restsUntil = 0),
        () => undefined,
      );
    }
    return this.restsUntil === 0;
  }

  /**
   * Nothing answers at the database's address, or it is just starting (57P03). A connection that breaks or does not come
   * about in time says so only while no news arrive either: the database may be there, and busy.
   */
  private isAway(error: unknown): boolean {
    const { code = '', message } = error as Error & { code?: string };
    return (
      unreachable.test(code) ||
      (!this.news.hears && (broken.test(code) || /^Connection terminated/.test(message)))
    );
  }
}

const unreachable = /^(57P03|ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/;
const broken = /^(08...|57P0[12]|ECONNRESET|EPIPE)$/;
