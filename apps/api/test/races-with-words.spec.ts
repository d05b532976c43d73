import { expect, test } from '@jest/globals';
import pg from 'pg';
import { useApi } from './support/api.ts';
import { aPosting, eventually } from './support/postings.ts';

const api = useApi();

/** A transaction that has done `sql` and not committed yet. */
async function holding(sql: string, values: unknown[] = []): Promise<() => Promise<void>> {
  const holder = new pg.Client({ connectionString: api.database.url });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query(sql, values);
  return async () => {
    await holder.query('COMMIT');
    await holder.end();
  };
}

/** Until so many statements wait for somebody's lock. */
const waiting = (many: number) =>
  eventually(
    () =>
      api.sql(
        `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      ),
    (pids) => pids.length >= many,
  );

test('a restore that loses the race for its old slug is a conflict, not a fault', async () => {
  const owner = await api.signIn('owner');
  const { id } = await aPosting(owner, { slug: 'formerly' });
  await owner.drafts.change(id, (await owner.drafts.get(id)).revision, { slug: 'now' });
  await owner.drafts.publish(id);
  const { id: other } = await owner.drafts.create({ title: 'Another' });
  const { edits } = await owner.drafts.get(id);

  const letGo = await holding(`UPDATE posting SET slug = 'formerly' WHERE id = $1`, [other]);
  const restoring = owner.drafts.restore(id, 1, edits).catch((problem: unknown) => problem);
  await waiting(1);
  await letGo();
  expect(await restoring).toMatchObject({ status: 409, code: 'slug-taken' });
});

test.each(['team', 'jobFamily', 'tag'] as const)(
  'a %s is not deleted between the check and the save of a draft that names it',
  async (kind) => {
    const editor = await api.signIn('editor');
    const term = await editor.taxonomy.add({ kind, nameKo: '곧 쓸 말' });
    const { id, revision } = await editor.drafts.create({ title: '말을 쓰는 공고' });
    const facts = kind === 'tag' ? { tagIds: [term.id] } : { [kind]: term.slug };

    // Whether the slug is free is asked after the terms are checked.
    const letGo = await holding('LOCK TABLE published_posting IN ACCESS EXCLUSIVE MODE');
    const saving = editor.drafts.change(id, revision, { ...facts, slug: `uses-a-${kind.toLowerCase()}` });
    await waiting(1);
    const removing = editor.taxonomy.remove(term.id, term.revision).catch((problem: unknown) => problem);
    await Promise.race([removing, waiting(2)]);
    await letGo();

    await saving;
    expect(await removing).toMatchObject({ status: 409, code: 'in-use' });
    expect((await editor.taxonomy.list()).data).toContainEqual(term);
  },
);
