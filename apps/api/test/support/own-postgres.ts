import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const launcher = pathToFileURL(join(__dirname, '../../../../tools/postgres.mjs')).href;

/** A PostgreSQL of one test's own, as durable as the one that `npm start` runs: the test may kill it. */
export interface OwnPostgres {
  /** A superuser's address; the port stays over restarts. */
  readonly url: string;
  /** The server's first process. */
  readonly pid: number;
  /** Starts it again after it was killed; recovers what was committed. */
  start(): void;
  stop(): void;
}

/** @param place a directory for its files, removed at the end; made when not given */
export function ownPostgres(place = mkdtempSync(join(tmpdir(), 'gonggo-own-postgres-'))): OwnPostgres {
  chmodSync(place, 0o755); // the database's user passes through it
  const home = join(place, 'data');
  const server = {
    ...launch(home),
    start: () => void Object.assign(server, launch(home)),
    stop: () => {
      run(`const server = await startPostgres({ dataDir: ${JSON.stringify(home)} }); await server.stop();`);
      rmSync(home, { recursive: true, force: true });
    },
  };
  return server;
}

/** The program that starts it ends; the server stays, for the next one to find. */
const launch = (home: string) =>
  JSON.parse(
    run(
      `const { url, pid } = await startPostgres({ dataDir: ${JSON.stringify(home)} });
       console.log(JSON.stringify({ url, pid })); process.exit(0);`,
    ),
  ) as { url: string; pid: number };

function run(script: string): string {
  const whole = `import { startPostgres } from ${JSON.stringify(launcher)};\n${script}`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', whole], { encoding: 'utf8' });
}
