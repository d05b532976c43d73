import { expect, jest, test } from '@jest/globals';
import { seed } from '../src/cli/demo.ts';
import { migrateAndBegin } from '../src/cli/migrate.ts';
import { emptyDatabase, testConfig } from './support/database.ts';

test('the command line seeds, and leaves the jobs that come of it to the API', async () => {
  const database = await emptyDatabase();
  const config = testConfig(database.url);
  let said = '';
  const write = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => (said += String(text)) !== '');
  try {
    await migrateAndBegin(config);
    await seed(config);
  } finally {
    write.mockRestore();
  }
  expect(said).toContain('The demo company is here; 8 postings are new.');
  const jobs = await database.sql<{ attempts: number; done: boolean }>(
    'SELECT attempts, done_at IS NOT NULL AS done FROM job GROUP BY 1, 2',
  );
  expect(jobs).toEqual([{ attempts: 0, done: false }]);
  await database.drop();
});
