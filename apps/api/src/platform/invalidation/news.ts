import type { Change } from '@gonggo/contract';
import type { Touch } from '@gonggo/contract/touch';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../database/transactions.ts';

/** What a committed transaction changed for readers. */
export interface PublicNews {
  /** change_counter.revision: replies made before it are outdated. */
  revision: number;
  /** New lines of the change feed, in order; none when only bytes were made anew. */
  changes: Change[];
  /** All that readers may see another way from now on; left out = anything. */
  touched?: Touch[];
}

export interface NewsListener {
  /** Something public changed. May be told twice: by the writer in this process and by the database. */
  onNews?(news: PublicNews): void;
  /** From the database alone, in commit order, once per process. */
  onFeed?(news: PublicNews): void;
  /** Between these two anything may have happened unheard. */
  onLost?(): void;
  /** `revision`: everything up to it is in the database; what comes after it will be told. */
  onBack?(revision: number): void;
}

export const newsChannel = 'gonggo_public';

/** The one road of news: told in the transaction, heard by every process when it commits. */
@Injectable()
export class News {
  private readonly listeners: NewsListener[] = [];
  private newest = 0;
  private listening = false;

  constructor(private readonly transactions: Transactions) {}

  listen(listener: NewsListener): void {
    this.listeners.push(listener);
  }

  /** The newest revision that this process knows of. */
  get revision(): number {
    return this.newest;
  }

  /** False = anything may have changed unheard: before the line stands, while it is broken, once we stop. */
  get hears(): boolean {
    return this.listening;
  }

  /** In the transaction that changes something public, as its last step. This process hears it before its caller. */
  async announce(tx: EntityManager, news: PublicNews): Promise<void> {
    await tx.query('SELECT pg_notify($1, $2)', [newsChannel, JSON.stringify(news)]);
    this.announced(news);
  }

  /** The same where the statement that made the change has told the database's listeners already. */
  announced(news: PublicNews): void {
    this.transactions.afterCommit(() => this.tell(news));
  }

  /** From the database's notification. */
  heard(news: PublicNews): void {
    this.tell(news);
    this.listeners.forEach((one) => one.onFeed?.(news));
  }

  lost(): void {
    this.listening = false;
    this.listeners.forEach((one) => one.onLost?.());
  }

  back(revision: number): void {
    this.newest = revision;
    this.listening = true;
    this.listeners.forEach((one) => one.onBack?.(revision));
  }

  private tell(news: PublicNews): void {
    this.newest = Math.max(this.newest, news.revision);
    this.listeners.forEach((one) => one.onNews?.(news));
  }
}
