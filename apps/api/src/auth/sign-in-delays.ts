import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { LIMIT_POOL } from '../platform/database/limit-pool.ts';
import { networksOf } from '@gonggo/reply-store';
import { LimitReached, storedKey } from './rate-limits.ts';

/**
 * Tries that get slower instead of a wall: after `free` tries in a row each further one waits 1, 2, 4 … seconds after
 * the one before, `longest` at most. The row is forgotten after `forgotten` seconds without a try.
 */
export interface Delay {
  /** What is tried, for example an account from a network. Kept as a hash. */
  key: string;
  /** Whom the tries are about: a new password, or an owner, ends the wait by it. */
  about?: string;
  /** Many use it up together: a right sign-in takes only its own try back. */
  shared?: true;
  free: number;
  longest: number;
  forgotten: number;
}

const [minute, hour] = [60, 3_600];

/** The delay between tries on an account by strangers, wherever they are: what an owner sees and lifts. */
export const strangersOn = (email: string): Delay => ({
  key: `sign-in as ${email}`,
  about: email,
  shared: true,
  ...{ free: 50, longest: minute, forgotten: hour },
});

/** Each try costs a password's hash: so many strangers at once, then one a second. */
const everybody: Delay = { key: 'sign-in', shared: true, free: 1_000, longest: 1, forgotten: 5 * minute };

/**
 * Delays for somebody nobody knows: narrowest first, so that what one place is refused uses up nothing that all share.
 * However many networks somebody holds, one account takes some 110 guesses an hour, and each place 60.
 */
export function delaysOfStranger(email: string, address: string): Delay[] {
  const { narrow, wider } = networksOf(address);
  const shares = [narrow, ...wider].map((network, n): Delay[] => [
    {
      key: `sign-in as ${email} from ${network}`,
      about: email,
      ...{ free: 5 * 2 ** n, longest: 15 * minute, forgotten: hour },
    },
    {
      key: `sign-in from ${network}`,
      shared: true,
      ...{ free: 30 * 2 ** n, longest: minute, forgotten: 15 * minute },
    },
  ]);
  return [...shares.flat(), strangersOn(email), everybody];
}

/** The delay of a device or place that this account signed in from before: nobody else's tries slow it down. */
export const delayOfKnown = (email: string, known: string): Delay => ({
  key: `sign-in as ${email} by ${known}`,
  about: email,
  ...{ free: 10, longest: 15 * minute, forgotten: hour },
});

/** SQL: how long after its last try the row `r` takes another one. */
const waitAfter = (free: string, longest: string) =>
  `(CASE WHEN r.count < ${free} THEN 0 ELSE least(${longest}, 2 ^ least(r.count - ${free}, 20)) END * interval '1 second')`;
const waitSql = waitAfter('$2', '$3');

/** How long the longest wait of several delays still is, in seconds; null = none. */
const longestWaitSql = `
  SELECT max(ceil(extract(epoch FROM r.window_start + ${waitAfter('d.free', 'd.longest')} - clock_now())))::int AS wait
    FROM unnest($1::text[], $2::int[], $3::int[]) AS d (key, free, longest) JOIN rate_limit r ON r.key = d.key
   WHERE r.window_start + ${waitAfter('d.free', 'd.longest')} > clock_now()`;

/** One statement, so that of tries sent at the same moment no more pass than are due. */
const trySql = `
  WITH tried AS (
    INSERT INTO rate_limit AS r (key, window_start, count) VALUES ($1, clock_now(), 1)
    ON CONFLICT (key) DO UPDATE SET window_start = clock_now(),
      count = CASE WHEN r.window_start <= clock_now() - $4 * interval '1 second' THEN 1 ELSE r.count + 1 END
    WHERE r.window_start + ${waitSql} <= clock_now()
    RETURNING count)
  SELECT (SELECT count FROM tried) AS tried,
    (SELECT greatest(1, ceil(extract(epoch FROM r.window_start + ${waitSql} - clock_now())))::int
       FROM rate_limit r WHERE key = $1) AS wait`;

const untilSql = `
  SELECT key, r.window_start + ${waitSql} AS until FROM rate_limit r
  WHERE key = ANY($1) AND r.window_start + ${waitSql} > clock_now() AND r.count >= $2`;

/** Delays counted in the database: shared by all instances, kept over restarts. */
@Injectable()
export class SignInDelays {
  constructor(@Inject(LIMIT_POOL) private readonly pool: pg.Pool) {}

  /**
   * Counts a try on each; throws 429 with Retry-After where one must still wait. All are looked at before any is counted:
   * what one delay refuses neither lengthens another nor leaves a row for whatever a stranger makes up.
   */
  async try(delays: Delay[]): Promise<void> {
    const each = [
      delays.map(storedKey),
      delays.map(({ free }) => free),
      delays.map(({ longest }) => longest),
    ];
    const { rows: waits } = await this.pool.query<{ wait: number | null }>(longestWaitSql, each);
    if (waits[0]?.wait != null) throw new LimitReached(Math.max(1, waits[0].wait));
    for (const delay of delays) {
      const { free, longest, forgotten } = delay;
      const values = [storedKey(delay), free, longest, forgotten];
      const { rows } = await this.pool.query<{ tried: number | null; wait: number | null }>(trySql, values);
      if (rows[0]?.tried == null) throw new LimitReached(rows[0]?.wait ?? 1);
    }
  }

  /** Somebody turned out to be who they say: their own tries are forgotten, and shared ones take one back. */
  async succeeded(delays: Delay[]): Promise<void> {
    const own = delays.filter((delay) => !delay.shared);
    await this.pool.query('DELETE FROM rate_limit WHERE key = ANY($1)', [own.map(storedKey)]);
    await this.takeBack(delays);
  }

  /** Takes one try back from those that many share. */
  async takeBack(delays: Delay[]): Promise<void> {
    const keys = delays.filter((delay) => delay.shared).map(storedKey);
    await this.pool.query('UPDATE rate_limit SET count = greatest(count - 1, 0) WHERE key = ANY($1)', [keys]);
  }

  /** Until when strangers must wait before each account's next try; accounts that nobody tries are not in it. */
  async strangersWaitUntil(emails: string[]): Promise<Map<string, Date>> {
    const delays = new Map(emails.map((email) => [storedKey(strangersOn(email)), email]));
    const { free, longest } = strangersOn('');
    const values = [[...delays.keys()], free, longest];
    const { rows } = await this.pool.query<{ key: string; until: Date }>(untilSql, values);
    return new Map(rows.map(({ key, until }) => [delays.get(key) ?? '', until]));
  }
}
