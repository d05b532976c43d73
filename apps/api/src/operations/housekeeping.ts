import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

const everyMs = 3_600_000;

/** What nobody will ask for again. Replies to an Idempotency-Key are promised for 24 hours and kept for 48. */
const outdated = [
  `DELETE FROM idempotency WHERE created_at < clock_now() - interval '48 hours'`,
  `DELETE FROM session WHERE expires_at < clock_now() - interval '1 day'`,
  `DELETE FROM invitation WHERE expires_at < clock_now() - interval '30 days'`,
  `DELETE FROM rate_limit WHERE window_start < clock_now() - interval '1 day'`,
];

/** Takes away, once an hour, what has had its time. Every process may: a second one finds nothing left. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Housekeeping.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.tidy().catch((error: Error) => this.log.warn(`Tidying waits for the next hour: ${error.message}`));
    }, everyMs);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async tidy(): Promise<void> {
    for (const sql of outdated) await this.dataSource.query(sql);
  }
}
