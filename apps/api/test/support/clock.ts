import type { TestDatabase } from './database.ts';

/** The database's clock, in the hands of a test. It goes on ticking from where it was put. */
export interface TestClock {
  /** Goes forward (or back) by so many milliseconds from where it is. */
  advance(milliseconds: number): Promise<void>;
  setTo(moment: Date): Promise<void>;
  now(): Promise<Date>;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export function testClock({ sql }: TestDatabase): TestClock {
  let offset = 0;
  const put = async (milliseconds: number) => {
    offset = Math.round(milliseconds);
    await sql(`CREATE OR REPLACE FUNCTION clock_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
      AS $$ SELECT statement_timestamp() + ${offset} * interval '1 millisecond' $$`);
  };
  return {
    advance: (milliseconds) => put(offset + milliseconds),
    setTo: async (moment) => {
      const [row] = await sql<{ now: Date }>('SELECT statement_timestamp() AS now');
      await put(moment.getTime() - (row?.now.getTime() ?? 0));
    },
    now: async () => (await sql<{ now: Date }>('SELECT clock_now() AS now'))[0]?.now ?? new Date(),
  };
}
