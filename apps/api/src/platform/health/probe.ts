import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PublicDatabase } from '../database/public-database.ts';

const everyMs = 1_000;
const patienceMs = 2_500;

/** Asks both roads to the database once a second, so that a health check costs nothing, however often it comes. */
@Injectable()
export class Probe implements OnApplicationBootstrap, OnApplicationShutdown {
  /** By a clock that never goes back; long ago before the first answer. */
  private goodAt = -Infinity;
  private asking = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: PublicDatabase,
  ) {}

  get ready(): boolean {
    return performance.now() - this.goodAt < patienceMs + everyMs;
  }

  async onApplicationBootstrap(): Promise<void> {
    this.timer = setInterval(() => void this.ask(), everyMs);
    this.timer.unref();
    await this.ask();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async ask(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      await Promise.all([
        this.dataSource.query('SELECT 1'),
        this.reads.read(
          (pool) => pool.query('SELECT 1'),
          () => Infinity,
        ),
      ]);
      this.goodAt = performance.now();
    } catch {
      // Not ready is the answer; why is in the log of whoever needed the database.
    } finally {
      this.asking = false;
    }
  }
}
