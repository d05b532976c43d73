import { expect, test } from '@jest/globals';
import { Housekeeping } from '../src/operations/housekeeping.ts';
import { useApi } from './support/api.ts';

const api = useApi();
const tidy = () => api.app.get(Housekeeping, { strict: false }).tidy();
const left = async (table: string) =>
  (await api.sql<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n;

const limits = (many: number, age: string) =>
  api.sql(
    `INSERT INTO rate_limit (key, window_start, count)
     SELECT $2 || n, now() - $2::interval, 1 FROM generate_series(1, $1) AS n`,
    [many, age],
  );

test('more than fits a statement goes in pieces; what is young stays', async () => {
  await limits(2_500, '2 days');
  await limits(3, '1 hour');
  await api.sql(`CREATE TABLE piece (rows int);
    CREATE FUNCTION count_piece() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
      $$ BEGIN INSERT INTO public.piece SELECT count(*) FROM gone; RETURN NULL; END $$;
    CREATE TRIGGER pieces AFTER DELETE ON rate_limit REFERENCING OLD TABLE AS gone
      FOR EACH STATEMENT EXECUTE FUNCTION count_piece()`);
  await tidy();
  expect(await left('rate_limit')).toBe(3);
  const pieces = await api.sql<{ rows: number }>('SELECT rows FROM piece ORDER BY rows DESC');
  expect(pieces.map(({ rows }) => rows)).toEqual([1_000, 1_000, 500]);
});

test('one table that cannot be tidied keeps none of the others', async () => {
  await limits(1, '3 days');
  await api.sql('ALTER TABLE idempotency RENAME TO elsewhere');
  try {
    await tidy();
  } finally {
    await api.sql('ALTER TABLE elsewhere RENAME TO idempotency');
  }
  expect(await left('rate_limit')).toBe(3);
});
