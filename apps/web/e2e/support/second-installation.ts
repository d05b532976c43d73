import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Another Gonggo on this machine, as `npm start` would run it, with data of its own. */
export interface Installation {
  url: string;
  owner: { email: string; password: string };
  stop(): Promise<void>;
}

/** Takes some seconds, and needs what the first one built. */
export async function secondInstallation(): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gonggo-second-'));
  const [port, apiPort] = await Promise.all([freePort(), freePort()]);
  const owner = { email: 'second@gonggo.example', password: randomBytes(12).toString('base64url') };
  const url = `http://localhost:${port}`;
  const launcher = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../../../tools/start.mjs', import.meta.url))],
    {
      env: {
        ...process.env,
        DATA_DIR: dataDir,
        DATABASE_URL: '',
        DEMO: '0',
        STOP_DELAY: '0',
        PORT: String(port),
        API_PORT: String(apiPort),
        SITE_URL: url,
        API_URL: `http://127.0.0.1:${apiPort}`,
        OWNER_EMAIL: owner.email,
        OWNER_PASSWORD: owner.password,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<void>((done) => launcher.once('exit', () => done()));
  const stop = async () => {
    launcher.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  let said = '';
  const running = new Promise<boolean>((done) => {
    const hear = (text: Buffer) => {
      said += text.toString();
      if (said.includes('Ctrl-C stops everything')) done(true);
    };
    launcher.stdout.on('data', hear);
    launcher.stderr.on('data', hear);
    void ended.then(() => done(false));
  });
  if (await running) return { url, owner, stop };
  await stop();
  throw new Error(`The second Gonggo did not start:\n${said}`);
}

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
