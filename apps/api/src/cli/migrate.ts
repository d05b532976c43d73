import { createFirstOwner } from '../auth/first-owner.ts';
import type { Config } from '../platform/config/config.ts';
import { migrate } from '../platform/database/migrate.ts';
import { asOwner, say } from './owning.ts';

/** The last line is JSON for the launcher: whether this was the first run, and then the owner's sign-in, this once. */
export async function migrateAndBegin(config: Config): Promise<void> {
  await migrate(config, say);
  const owner = await asOwner(config, (tx) => createFirstOwner(tx, config));
  say(JSON.stringify({ firstRun: owner !== null, owner }));
}
