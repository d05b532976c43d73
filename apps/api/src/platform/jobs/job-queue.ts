import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Seconds a claimer has a job without renewing. A dead one's job is taken again after at most this and one look. */
export const leaseSeconds = 20;

export interface ClaimedJob {
  id: string;
  kind: string;
  payload: Record<string, unknown>;
  attempts: number;
  maxAttempts: number;
  /** Proof of holding it: whoever lost the lease can neither finish nor fail it. */
  claim: string;
}

/**
 * The queue's SQL. When a job is due is told by `clock_now()`, who holds it by the real clock, both the database's:
 * the clocks of our processes decide nothing.
 */
@Injectable()
export class JobQueue {
  constructor(private readonly dataSource: DataSource) {}

  /** Takes the job that has been due longest among these kinds, past those that others hold. */
  async claim(kinds: string[]): Promise<ClaimedJob | null> {
    const claim = randomUUID();
    const [rows]: [Omit<ClaimedJob, 'claim'>[], number] = await this.dataSource.query(
      `UPDATE job
          SET attempts = attempts + 1, locked_by = $1,
              locked_until = clock_timestamp() + make_interval(secs => $2),
              last_error = CASE WHEN locked_by IS NULL THEN last_error
                                ELSE 'The process that worked on it went away.' END
        WHERE id = (SELECT id FROM job
                     WHERE done_at IS NULL AND attempts < max_attempts AND run_at <= clock_now()
                       AND (locked_until IS NULL OR locked_until < clock_timestamp()) AND kind = ANY($3)
                     ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING id, kind, payload, attempts, max_attempts AS "maxAttempts"`,
      [claim, leaseSeconds, kinds],
    );
    return rows[0] ? { ...rows[0], claim } : null;
  }

  async renew(claims: string[]): Promise<void> {
    await this.dataSource.query(
      `UPDATE job SET locked_until = clock_timestamp() + make_interval(secs => $2) WHERE locked_by = ANY($1::uuid[])`,
      [claims, leaseSeconds],
    );
  }

  async finish({ id, claim }: ClaimedJob): Promise<void> {
    await this.dataSource.query(
      `UPDATE job SET done_at = clock_timestamp(), locked_by = NULL, locked_until = NULL, last_error = NULL
        WHERE id = $1 AND locked_by = $2`,
      [id, claim],
    );
  }

  /** Puts it back for a later try: after 2, 4, 8 … seconds, an hour at most. */
  async fail({ id, claim, attempts }: ClaimedJob, error: string): Promise<void> {
    const seconds = Math.min(3600, 2 ** Math.min(attempts, 12)) * (0.8 + Math.random() * 0.4);
    await this.dataSource.query(
      `UPDATE job SET run_at = clock_now() + make_interval(secs => $3), last_error = $4,
              locked_by = NULL, locked_until = NULL
        WHERE id = $1 AND locked_by = $2`,
      [id, claim, seconds, error.slice(0, 2000)],
    );
  }

  /** Forgets what was done a week ago. What failed for good stays to be seen. */
  async tidy(): Promise<void> {
    await this.dataSource.query(`DELETE FROM job WHERE done_at < clock_timestamp() - interval '7 days'`);
  }
}
