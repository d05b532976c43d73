import type { TestDatabase } from '../../support/database.ts';

/** Every row of every table, as text without what moves by being used. */
export type Rows = Map<string, Set<string>>;

const moving = ['seen_at', 'used_at', 'expires_at'];
/** Texts made ready of what is published: made anew when the site's name changes. Publications hold what they are of. */
const made = /^(open_|closed_|made_with|rendered_at|updated_at)/;
/** Tables that count, queue and note down: they are expected to move, and hold nothing anybody wrote. */
const busy = new Set([
  'rate_limit',
  'idempotency',
  'job',
  'audit_event',
  'change_counter',
  'setting',
  'invitation',
]);

export async function rowsOf({ sql }: Pick<TestDatabase, 'sql'>): Promise<Rows> {
  const tables = await sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const all: Rows = new Map();
  for (const { name } of tables.filter((table) => !busy.has(table.name))) {
    const rows = await sql<{ row: string }>(
      `SELECT (to_jsonb(t) - $1::text[])::text AS row FROM "${name}" t`,
      [name === 'published_posting' ? await readyTexts(sql) : moving],
    );
    all.set(name, new Set(rows.map(({ row }) => row)));
  }
  return all;
}

async function readyTexts(sql: TestDatabase['sql']): Promise<string[]> {
  const columns = await sql<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'published_posting'`,
  );
  return columns.map(({ name }) => name).filter((name) => made.test(name));
}

/** Rows that are no longer there as they were, but for those that name one of `ids`. */
export function lostRows(before: Rows, after: Rows, ids: readonly string[]): string[] {
  return [...before].flatMap(([table, rows]) =>
    [...rows]
      .filter((row) => !after.get(table)?.has(row) && !ids.some((id) => row.includes(id)))
      .map((row) => `${table}: ${row.slice(0, 300)}`),
  );
}

/** How many more rows each table holds. */
export const growth = (before: Rows, after: Rows): Record<string, number> =>
  Object.fromEntries([...after].map(([table, rows]) => [table, rows.size - (before.get(table)?.size ?? 0)]));
