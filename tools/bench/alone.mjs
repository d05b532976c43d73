// Runs one part of the bench by itself: `node tools/bench/PART.mjs [--quick]`.
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../build.mjs';
import { startPostgres } from '../postgres.mjs';
import { fail } from '../problem.mjs';
import { killAll } from '../processes.mjs';
import { step } from '../progress.mjs';

/** Measures on a database of its own and prints the facts, if the module at `url` is what was started. */
export function alone(url, measure) {
  if (process.argv[1] !== fileURLToPath(url)) return;
  run(measure).catch(fail);
}

async function run(measure) {
  await build();
  const scratch = fs.mkdtempSync(join(tmpdir(), 'gonggo-bench-'));
  fs.chmodSync(scratch, 0o755); // the database's user passes through it
  const postgres = await step('Starting PostgreSQL', () => startPostgres({ dataDir: join(scratch, 'data') }));
  try {
    const facts = await measure(postgres.url, { quick: process.argv.includes('--quick') });
    for (const [name, value] of Object.entries(facts)) console.log(`  ${name}: ${value}`);
  } finally {
    killAll();
    await postgres.stop();
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}
