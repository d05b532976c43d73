import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

const firstAfterMs = 30_000;
const everyMs = 3_600_000;
/** So few at once that a statement ends long before its timeout, and holds no row for long. */
const batch = 1_000;

/** What nobody will ask for again. Replies to an Idempotency-Key are promised for 24 hours and kept for 48. */
const outdated = [
  { table: 'idempotency', key: 'key_hash', when: `created_at < clock_now() - interval '48 hours'` },
  { table: 'session', key: 'id', when: `expires_at < clock_now() - interval '1 day'` },
  { table: 'invitation', key: 'id', when: `expires_at < clock_now() - interval '30 days'` },
  { table: 'known_place', key: 'key', when: `seen_at < clock_now() - interval '90 days'` },
  { table: 'rate_limit', key: 'key', when: `window_start < clock_now() - interval '1 day'` },
] as const;

/** Takes away, once an hour, what has had its time. Every process may: what one has in hand, others leave to it. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Housekeeping.name);
  private timers: NodeJS.Timeout[] = [];
  private stopping = false;

  constructor(private readonly dataSource: DataSource) {}

  /** Soon after the start as well: a process that is started anew each hour would never tidy. */
  onApplicationBootstrap(): void {
    const tidy = () => void this.tidy();
    this.timers = [setTimeout(tidy, firstAfterMs), setInterval(tidy, everyMs)];
    for (const timer of this.timers) timer.unref();
  }

  onApplicationShutdown(): void {
    this.stopping = true;
    for (const timer of this.timers) clearInterval(timer);
  }

  /** One table that can't be tidied keeps none of the others. */
  async tidy(): Promise<void> {
    for (const one of outdated) {
      await this.empty(one).catch((error: Error) =>
        this.log.warn(`Tidying ${one.table} waits for the next hour: ${error.message}`),
      );
    }
  }

  private async empty({ table, key, when }: (typeof outdated)[number]): Promise<void> {
    const sql = `DELETE FROM ${table} WHERE ${key} IN (
      SELECT ${key} FROM ${table} WHERE ${when} LIMIT ${batch} FOR UPDATE SKIP LOCKED)`;
    let gone: number;
    do {
      [, gone] = await this.dataSource.query<[unknown[], number]>(sql);
    } while (gone === batch && !this.stopping);
  }
}
