import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { takeAfterCommit } from './after-commit.ts';

interface Open {
  manager: EntityManager;
  afterCommit: (() => void)[];
}

/**
 * One transaction per change. `run` joins the one that is open already: the idempotency interceptor opens it around
 * the handler, so that the kept reply and the change commit together.
 */
@Injectable()
export class Transactions {
  private readonly open = new AsyncLocalStorage<Open>();
  private readonly log = new Logger(Transactions.name);

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in the open transaction, or in one of its own that commits when `work` is done.
   * @param on where a transaction of its own is opened; another login than the serving one, if not that
   */
  async run<T>(work: (tx: EntityManager) => Promise<T>, on = this.dataSource): Promise<T> {
    const open = this.open.getStore();
    if (open) return work(open.manager);
    const afterCommit: Open['afterCommit'] = [];
    const result = await on.transaction(async (manager) => {
      const done = await this.open.run({ manager, afterCommit }, () => work(manager));
      afterCommit.push(...takeAfterCommit(manager));
      return done;
    });
    for (const then of afterCommit) this.call(then);
    return result;
  }

  /** For reads: the open transaction's manager, or one that takes any connection. */
  get manager(): EntityManager {
    return this.open.getStore()?.manager ?? this.dataSource.manager;
  }

  /** Runs `then` once the open transaction has committed, at once if there is none, never if it fails. */
  afterCommit(then: () => void): void {
    const open = this.open.getStore();
    if (open) open.afterCommit.push(then);
    else this.call(then);
  }

  private call(then: () => void): void {
    try {
      then();
    } catch (error) {
      this.log.error('Something that follows a commit failed', error instanceof Error ? error.stack : error);
    }
  }
}
