import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './postings.ts';

const debian = join(__dirname, '../../../../tools/debian.mjs');

/** The path of PgBouncer, installed where that is possible; '' = there is none. */
export const pgbouncerProgram = (): string =>
  execFileSync(process.execPath, [debian, 'pgbouncer'], { encoding: 'utf8' }).trim();

/** PgBouncer before the server of this superuser's address; every role may pass. */
export async function startPgbouncer(program: string, serverUrl: string, mode: string) {
  const { hostname, port, username, password } = new URL(serverUrl);
  const listen = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'gonggo-pgbouncer-'));
  chmodSync(home, 0o755);
  const file = (name: string, lines: string[]) => {
    writeFileSync(join(home, name), `${lines.join('\n')}\n`);
    return join(home, name);
  };
  const users = file('users', [`"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"`]);
  const settings = file('ini', [
    '[databases]',
    `* = host=${hostname} port=${port || 5432}`,
    '[pgbouncer]',
    `listen_addr = 127.0.0.1`,
    `listen_port = ${listen}`,
    'unix_socket_dir =',
    'auth_type = scram-sha-256',
    `auth_file = ${users}`,
    `auth_user = ${decodeURIComponent(username)}`,
    'auth_query = SELECT usename, passwd FROM pg_shadow WHERE usename = $1',
    `pool_mode = ${mode}`,
    // Without it the server connections of one test's databases would stand in the way of dropping them.
    'server_idle_timeout = 1',
  ]);
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(program, ['-q', ...asNobody, settings], { stdio: 'ignore' });
  await eventually(() => answers(listen), Boolean, 10_000);
  return {
    /** The same database by way of PgBouncer. */
    before: (databaseUrl: string): string => {
      const url = new URL(databaseUrl);
      Object.assign(url, { hostname: '127.0.0.1', port: String(listen) });
      return url.href;
    },
    stop: () => {
      child.kill('SIGKILL');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

const answers = (port: number) =>
  new Promise<boolean>((done) => {
    const socket = connect(port, '127.0.0.1')
      .on('connect', () => {
        socket.destroy();
        done(true);
      })
      .on('error', () => done(false));
  });
