import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

export interface NewJob {
  kind: string;
  payload?: Record<string, unknown>;
  /** Left out = now. */
  runAt?: Date;
  /** At most one job with this key waits: a second one takes its place, also of one that is being done. */
  uniqueKey?: string;
  maxAttempts?: number;
}

/** Writes a job in the caller's transaction: it is done if, and only if, that commits. */
export async function enqueue(tx: EntityManager, job: NewJob): Promise<void> {
  const { kind, payload = {}, runAt = null, uniqueKey = null, maxAttempts = 10 } = job;
  // Whoever does the old one loses its claim, so that finishing it can't finish the new one.
  await tx.query(
    `INSERT INTO job (id, kind, payload, run_at, unique_key, max_attempts)
     VALUES ($1, $2, $3, coalesce($4, clock_now()), $5, $6)
     ON CONFLICT (unique_key) WHERE done_at IS NULL DO UPDATE
        SET payload = excluded.payload, run_at = excluded.run_at, max_attempts = excluded.max_attempts,
            attempts = 0, locked_by = NULL, locked_until = NULL, last_error = NULL`,
    [randomUUID(), kind, JSON.stringify(payload), runAt, uniqueKey, maxAttempts],
  );
}
