import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type ClaimedJob, JobQueue, leaseSeconds } from './job-queue.ts';

/** Does one job. May run again after a crash: what it does twice must be as if done once. */
export type JobHandler = (payload: Record<string, unknown>, signal: AbortSignal) => Promise<void>;

interface Kind {
  handler: JobHandler;
  /** How many of this kind one process does at a time. */
  concurrency: number;
}

const lookEveryMs = 1000;
const tidyEveryMs = 3_600_000;
const atOnce = 4;
const drainMs = 10_000;

/** Does due jobs, a few at a time, until the process is told to stop; then finishes what it has begun. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(JobRunner.name);
  private readonly kinds = new Map<string, Kind>();
  private readonly running = new Map<ClaimedJob, Promise<void>>();
  private readonly stopping = new AbortController();
  private looking: Promise<void> = Promise.resolve();
  private timers: NodeJS.Timeout[] = [];
  private troubled = false;

  constructor(private readonly queue: JobQueue) {}

  /** Says who does a kind of job; to be called while the application is put together. */
  handle(kind: string, handler: JobHandler, { concurrency = 2 }: { concurrency?: number } = {}): void {
    if (this.kinds.has(kind)) throw new Error(`Two handlers for jobs of kind ${kind}`);
    this.kinds.set(kind, { handler, concurrency });
  }

  onApplicationBootstrap(): void {
    this.timers = [
      setInterval(() => this.look(), lookEveryMs),
      setInterval(() => this.renew(), (leaseSeconds * 1000) / 4),
      setInterval(() => void this.queue.tidy().catch((error) => this.report(error)), tidyEveryMs),
    ];
    for (const timer of this.timers) timer.unref();
  }

  /** Before the pools close. A job that needs longer loses its lease and is done by another process. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.looking;
    let overdue: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((done) => (overdue = setTimeout(done, drainMs)));
    await Promise.race([Promise.all(this.running.values()), patience]);
    clearTimeout(overdue);
    for (const timer of this.timers) clearInterval(timer);
  }

  private look(): void {
    if (this.stopping.signal.aborted) return;
    this.looking = this.looking
      .then(() => this.takeDue())
      .then(
        () => (this.troubled = false),
        (error: unknown) => this.report(error),
      )
      .then(() => undefined);
  }

  private async takeDue(): Promise<void> {
    while (!this.stopping.signal.aborted && this.running.size < atOnce) {
      const kinds = this.kindsWithRoom();
      const job = kinds.length ? await this.queue.claim(kinds) : null;
      if (!job) return;
      const done = this.work(job).finally(() => {
        this.running.delete(job);
        this.look();
      });
      this.running.set(job, done);
    }
  }

  private kindsWithRoom(): string[] {
    const busy = (kind: string) => [...this.running.keys()].filter((job) => job.kind === kind).length;
    return [...this.kinds]
      .filter(([kind, { concurrency }]) => busy(kind) < concurrency)
      .map(([kind]) => kind);
  }

  private async work(job: ClaimedJob): Promise<void> {
    try {
      await this.kinds.get(job.kind)?.handler(job.payload, this.stopping.signal);
      await this.queue.finish(job);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.log.warn(`${job.kind} failed, try ${job.attempts} of ${job.maxAttempts}: ${message}`);
      await this.queue.fail(job, message).catch((trouble: unknown) => this.report(trouble));
    }
  }

  private renew(): void {
    const claims = [...this.running.keys()].map(({ claim }) => claim);
    if (claims.length) this.queue.renew(claims).catch((error: unknown) => this.report(error));
  }

  /** Once per trouble: a database that is away for an hour fills no log. */
  private report(error: unknown): void {
    if (!this.troubled)
      this.log.error(`Jobs wait: ${error instanceof Error ? error.message : String(error)}`);
    this.troubled = true;
  }
}
