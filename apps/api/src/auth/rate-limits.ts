import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { EntityManager } from 'typeorm';
import { LIMIT_POOL } from '../platform/database/limit-pool.ts';
import { Problem } from '../platform/problem/problem.ts';
import { hashOf } from './secrets.ts';

/** So many tries in so many seconds. */
export interface Limit {
  /** What is counted, for example an account and a network. Kept as a hash. */
  key: string;
  /** Whom the tries are about, where a new password must end their wait: the account's email. Kept as a hash. */
  about?: string;
  most: number;
  seconds: number;
}

/** 429, with the seconds until the next try. */
export class LimitReached extends Problem {
  constructor(seconds: number) {
    super(429, 'too-many-requests', `Too many attempts. Try again in ${seconds} seconds.`, {
      headers: { 'retry-after': String(seconds) },
    });
  }
}

/** One statement, so that tries sent at the same moment are all counted. */
const countSql = `
  INSERT INTO rate_limit AS r (key, window_start, count) VALUES ($1, clock_now(), 1)
  ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN r.window_start <= clock_now() - $2 * interval '1 second' THEN 1 ELSE r.count + 1 END,
    window_start = CASE WHEN r.window_start <= clock_now() - $2 * interval '1 second' THEN clock_now()
                        ELSE r.window_start END
  RETURNING count, ceil(extract(epoch FROM window_start - clock_now()) + $2)::int AS left`;

/** Limits counted in the database: shared by all instances, kept over restarts. */
@Injectable()
export class RateLimits {
  constructor(@Inject(LIMIT_POOL) private readonly pool: pg.Pool) {}

  /** Counts a try against each limit, in order, and throws 429 at the first that is used up. Never rolled back. */
  async count(limits: Limit[]): Promise<void> {
    for (const limit of limits) {
      const { most, seconds } = limit;
      const { rows } = await this.pool.query<{ count: number; left: number }>(countSql, [
        storedKey(limit),
        seconds,
      ]);
      const [row] = rows;
      if (row && row.count > most) {
        const wait = Math.max(1, row.left);
        throw new LimitReached(wait);
      }
    }
  }

  /** Forgets the tries of somebody who turned out to be who they say. */
  async forget(limits: Pick<Limit, 'key' | 'about'>[]): Promise<void> {
    await this.pool.query('DELETE FROM rate_limit WHERE key = ANY($1)', [limits.map(storedKey)]);
  }
}

/** In the database's hands: forgets every try about somebody who got a new password, wherever it came from. */
export async function forgetAbout(tx: Pick<EntityManager, 'query'>, about: string): Promise<void> {
  await tx.query('DELETE FROM rate_limit WHERE starts_with(key, $1)', [`${hashOf(about)} `]);
}

export const storedKey = ({ key, about }: Pick<Limit, 'key' | 'about'>): string =>
  about === undefined ? hashOf(key) : `${hashOf(about)} ${hashOf(key)}`;
