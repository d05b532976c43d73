import { expect, test } from '@jest/globals';
import { createApp } from '../src/app.setup.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { PoolerRefused } from '../src/platform/database/pooler.ts';
import { serve } from './support/api.ts';
import { emptyDatabase, migratedDatabase, serverUrl, testConfig } from './support/database.ts';
import { pgbouncerProgram, startPgbouncer } from './support/pgbouncer.ts';

const program = pgbouncerProgram();
if (!program) console.warn('Skipped: there is no PgBouncer, and none can be installed here.');
const where = program ? test : test.skip;

where.each(['transaction', 'statement'])(
  'a pooler of %ss is refused by the setting to change, before anything is made',
  async (mode) => {
    const [empty, migrated] = [await emptyDatabase(), await migratedDatabase()];
    const pooler = await startPgbouncer(program, serverUrl(), mode);
    try {
      const refusal = await migrate(testConfig(pooler.before(empty.url))).catch((error: Error) => error);
      expect(refusal).toBeInstanceOf(PoolerRefused);
      expect((refusal as Error).message).toContain('pool_mode = session');
      expect(await empty.sql(`SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace`)).toEqual(
        [],
      );
      await expect(createApp(testConfig(pooler.before(migrated.url)))).rejects.toBeInstanceOf(PoolerRefused);
    } finally {
      pooler.stop();
      await Promise.all([empty.drop(), migrated.drop()]);
    }
  },
  60_000,
);

where(
  'a pooler of sessions is as good as none',
  async () => {
    const database = await emptyDatabase();
    const pooler = await startPgbouncer(program, serverUrl(), 'session');
    const config = testConfig(pooler.before(database.url));
    try {
      await migrate(config);
      const app = await createApp(config);
      const url = await serve(app);
      expect((await fetch(`${url}/api/v1/postings`)).status).toBe(200);
      await app.close();
    } finally {
      pooler.stop();
      await database.drop();
    }
  },
  60_000,
);
