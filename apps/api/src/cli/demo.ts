import type { INestApplicationContext } from '@nestjs/common';
import { createApp } from '../app.setup.ts';
import type { Config } from '../platform/config/config.ts';
import { removeDemo } from '../demo/remove.ts';
import { seedDemo } from '../demo/seed.ts';
import { say } from './owning.ts';

/** Brings in the demo company. What is there already stays as it is. */
export async function seed(config: Config): Promise<void> {
  const made = await withServices(config, (app) => seedDemo(app));
  say(`The demo company is here; ${made} postings are new.`);
}

/** Takes the demo company away: its postings, pictures, accounts and words. What people made stays. */
export async function remove(config: Config): Promise<void> {
  const gone = await withServices(config, (app) => removeDemo(app));
  say(`The demo company is gone, with ${gone} postings.`);
}

/**
 * The services of the API, put together but not started (`init` would claim jobs): nothing listens, and the jobs that
 * come of it are left to the API.
 */
async function withServices<T>(
  config: Config,
  work: (app: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const app = await createApp(config);
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
