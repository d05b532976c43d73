import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DataSource } from 'typeorm';
import { owningDataSource } from '../src/platform/database/data-source.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { migrations } from '../src/platform/database/migrations.ts';
import { emptyDatabase, migratedDatabase, testConfig, type TestDatabase } from './support/database.ts';
import { schemaOf } from './support/schema.ts';

let database: TestDatabase;
let expected: string[];
beforeAll(async () => {
  const whole = await migratedDatabase();
  expected = await schemaOf(whole);
  await whole.drop();
  database = await emptyDatabase();
  const { options } = owningDataSource(testConfig(database.url));
  const first = await new DataSource({ ...options, migrations: migrations.slice(0, 1) }).initialize();
  await first.runMigrations();
  await first.destroy();
});
afterAll(() => database.drop());

/** A row with these values and, in all other columns that need one, an empty one of their type. */
async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const columns = await database.sql<{ name: string; type: string }>(
    `SELECT column_name AS name, udt_name AS type FROM information_schema.columns
      WHERE table_name = $1 AND table_schema = current_schema() AND is_nullable = 'NO'`,
    [table],
  );
  const blank = (type: string) =>
    type === 'timestamptz'
      ? '2026-03-01T00:00:00Z'
      : type === 'uuid'
        ? randomUUID()
        : type.startsWith('_') || type === 'jsonb'
          ? []
          : type === 'bool'
            ? false
            : /^int/.test(type)
              ? 1
              : '';
  const whole = { ...Object.fromEntries(columns.map(({ name, type }) => [name, blank(type)])), ...row };
  await database.sql(`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`, [
    JSON.stringify(whole),
  ]);
}

test('a database that the first release filled is brought up to date with what the new columns say', async () => {
  const [posting, closed, picture, hidden] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const facets = [
    { facet: 'team', value: 'orders', name: '주문' },
    { facet: 'locale', value: 'ko', name: '한국어' },
  ];
  await insert('posting', { id: posting, slug: 'one', locale: 'ko' });
  await insert('section', { posting_id: posting, kind: 'text', content: { words: '하나' } });
  await insert('section', { posting_id: posting, kind: 'text', content: { words: '둘' } });
  for (const id of [picture, hidden])
    await insert('image', { id, type: 'png', licence: 'own', hash: id, alt: '붉은 벽돌' });
  await insert('published_posting', {
    ...{ posting_id: posting, slug: 'one', locale: 'ko', facets },
    image_ids: [picture],
  });
  const told = { closing_told: true, closes_at: '2026-03-02T00:00:00Z' };
  await insert('published_posting', { posting_id: closed, slug: 'two', locale: 'ko', facets, ...told });

  await migrate(testConfig(database.url));

  expect(await schemaOf(database)).toEqual(expected);
  expect(await database.sql('SELECT facet, value, name, postings FROM facet_count ORDER BY facet')).toEqual([
    { facet: 'locale', value: 'ko', name: '한국어', postings: 1 },
    { facet: 'team', value: 'orders', name: '주문', postings: 1 },
  ]);
  expect(
    await database.sql('SELECT id, published_words FROM image WHERE published_words IS NOT NULL'),
  ).toEqual([
    { id: picture, published_words: { alt: '붉은 벽돌', credit: '', creditUrl: '', licence: 'own' } },
  ]);
  const [size] = await database.sql(
    `SELECT content_bytes, (SELECT sum(octet_length(content::text))::int FROM section) AS measured FROM posting`,
  );
  expect(size?.['content_bytes']).toBe(size?.['measured']);
  expect(size?.['measured']).toBeGreaterThan(20);
});
