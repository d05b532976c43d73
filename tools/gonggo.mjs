// npm run gonggo -- <verb>: the CLI, on the database that `npm start` uses.
import { build } from './build.mjs';
import { install } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { fail } from './problem.mjs';
import { start } from './processes.mjs';
import { readEnvironment, readSettings } from './settings.mjs';

async function main() {
  const env = readEnvironment();
  const settings = readSettings(env);
  await install();
  await build({ only: 'api' });

  // Registered before anything runs: the verb gets the signal, and the database is stopped after it.
  let verb;
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => verb?.child.kill(signal));

  const postgres = settings.databaseUrl ? undefined : await startPostgres(settings);
  try {
    verb = start('gonggo', process.execPath, ['apps/api/dist/cli.js', ...process.argv.slice(2)], {
      env: {
        ...env,
        NODE_ENV: 'production',
        DATABASE_URL: settings.databaseUrl ?? postgres.url,
        DATA_DIR: settings.dataDir,
        SITE_URL: settings.siteUrl,
      },
      stdio: 'inherit',
    });
    const end = await verb.ended;
    process.exitCode = end === 'exit code 0' ? 0 : Number(/\d+/.exec(end)?.[0] ?? 1);
  } finally {
    await postgres?.stop();
  }
}

main().catch(fail);
