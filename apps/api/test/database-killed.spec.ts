import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import type { Draft, DraftSection } from '@gonggo/contract';
import { createClient } from '@gonggo/contract/client';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createFirstOwner } from '../src/auth/first-owner.ts';
import { createApp } from '../src/app.setup.ts';
import { asOwner } from '../src/cli/owning.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { serve } from './support/api.ts';
import { testConfig } from './support/database.ts';
import { Ledger } from './support/ledger.ts';
import { type OwnPostgres, ownPostgres } from './support/own-postgres.ts';
import { eventually, firstSection, prose } from './support/postings.ts';

/** What each test started, the last first. */
const undo: (() => unknown)[] = [];
afterEach(async () => {
  while (undo.length) await undo.pop()?.();
}, 60_000);

/** An API on a PostgreSQL that the test may kill, and its owner who saves one section over and over. */
async function authorOn(postgres: OwnPostgres) {
  const config = testConfig(postgres.url);
  await migrate(config);
  await asOwner(config, (tx) => createFirstOwner(tx, config));
  const app: NestFastifyApplication = await createApp(config);
  undo.push(() => app.close());
  const url = await serve(app);
  const headers = await signedIn(url, config.siteUrl);
  const client = createClient({ baseUrl: url, headers });
  const { id, outlineRevision } = await client.drafts.create({ title: '지워지지 않는 글' });
  await client.drafts.addSection(id, outlineRevision, { kind: 'role', content: prose('처음') });
  const section = firstSection(await client.drafts.get(id));
  return new Author(url, headers, id, section, postgres.url);
}

async function signedIn(url: string, origin: string): Promise<Record<string, string>> {
  const reply = await fetch(`${url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'owner@gonggo.example', password: 'the owner’s own password' }),
  });
  return { origin, cookie: reply.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '' };
}

class Author {
  readonly ledger = new Ledger();
  /** How many answers had which status. */
  readonly answers: Record<number, number> = {};
  slowest = 0;
  private turn = 0;
  private revision: number | null = null;

  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
    private readonly draftId: string,
    private readonly section: DraftSection,
    private readonly databaseUrl: string,
  ) {}

  /** Saves another text, with so many characters beside it that can't be compressed away; answers the status. */
  async save(characters = 0): Promise<number> {
    const words = `줄 ${(this.turn += 1)}`;
    if (this.revision === null) {
      const [status, draft] = await this.ask<Draft>(`/drafts/${this.draftId}`);
      if (status !== 200) return status;
      this.revision = firstSection(draft).revision;
    }
    const path = `/drafts/${this.draftId}/sections/${this.section.id}`;
    const [status, saved] = await this.ask<DraftSection>(path, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': `"${this.revision}"` },
      body: JSON.stringify({ content: prose(words, ...(characters ? [noise(characters)] : [])) }),
    });
    this.ledger.wrote(words, status === 200);
    this.revision = status === 200 ? saved.revision : null;
    return status;
  }

  /** Asks for something; counts the answer. */
  async ask<Body>(path: string, init: RequestInit = {}): Promise<[number, Body]> {
    const began = performance.now();
    const headers = { ...this.headers, ...init.headers };
    const reply = await fetch(`${this.url}/api/v1${path}`, { ...init, headers });
    const body = (await reply.json()) as Body;
    this.slowest = Math.max(this.slowest, performance.now() - began);
    this.answers[reply.status] = (this.answers[reply.status] ?? 0) + 1;
    return [reply.status, body];
  }

  /** Saves until that works again. */
  recovered(): Promise<number> {
    return eventually(
      () => this.save(),
      (status) => status === 200,
      30_000,
    );
  }

  /** What the database itself holds must be what was acknowledged. */
  async checkStored(): Promise<void> {
    const stored = await eventually(
      async () => {
        const client = new pg.Client({ connectionString: this.databaseUrl });
        client.on('error', () => undefined);
        try {
          await client.connect();
          const { rows } = await client.query<{ content: unknown }>(
            'SELECT content FROM section WHERE id = $1',
            [this.section.id],
          );
          return JSON.stringify(rows[0]?.content);
        } catch {
          return null; // it is just coming up
        } finally {
          await client.end().catch(() => undefined);
        }
      },
      (said) => said !== null,
      30_000,
    );
    this.ledger.check(stored ?? '');
  }
}

const noise = (characters: number) =>
  Array.from({ length: characters }, () =>
    String.fromCharCode(0xac00 + Math.floor(Math.random() * 11_172)),
  ).join('');

/** Processes that work for the API. */
async function backends(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE application_name = 'gonggo api'`,
  );
  await client.end().catch(() => undefined);
  return rows.map(({ pid }) => pid);
}

test('a hundred killed databases lose nothing that was acknowledged, and nothing is 500', async () => {
  const postgres = ownPostgres();
  undo.push(() => postgres.stop());
  const author = await authorOn(postgres);
  for (let n = 0; n < 100; n += 1) {
    await author.recovered();
    const asked = Promise.all([author.save(), author.ask('/postings'), author.ask('/drafts?limit=5')]);
    await new Promise((done) => setTimeout(done, n % 7));
    if (n % 10 === 0) {
      process.kill(postgres.pid, 'SIGKILL');
      await asked;
      expect(await author.save()).toBe(503);
      postgres.start();
    } else {
      // One process that dies takes all others with it: PostgreSQL starts over and recovers from its log.
      const [victim] = await backends(postgres.url);
      if (victim) process.kill(victim, 'SIGKILL');
      await asked;
    }
    await author.checkStored();
  }
  await author.recovered();
  expect(Object.keys(author.answers).filter((status) => !['200', '503'].includes(status))).toEqual([]);
  expect(author.ledger.kept).toBeGreaterThan(100);
  expect(author.slowest).toBeLessThan(5_000);
}, 300_000);

/** Only root may mount; elsewhere than on Linux it is done another way. */
const small = process.platform === 'linux' && process.getuid?.() === 0 ? diskOf(220) : null;

(small ? test : test.skip)(
  'a full disk refuses with words, loses nothing and is over once there is room',
  async () => {
    undo.push(() => small?.remove());
    const postgres = ownPostgres(small?.path);
    undo.push(() => postgres.stop());
    const author = await authorOn(postgres);
    await author.recovered();
    small?.fill();
    const refused = await eventually(
      () => author.save(20_000),
      (status) => status !== 200,
      60_000,
    );
    expect(refused).toBe(503);
    for (let n = 0; n < 20; n += 1) expect([200, 503]).toContain(await author.save(20_000));
    small?.free();
    postgres.start(); // finds it running, unless the log had no room either
    await author.recovered();
    await author.checkStored();
    expect(Object.keys(author.answers).filter((status) => !['200', '503'].includes(status))).toEqual([]);
    expect(author.slowest).toBeLessThan(5_000);
  },
  180_000,
);

/** A disk of so many MiB, in memory; null where it can't be had. */
function diskOf(size: number) {
  const path = mkdtempSync(join(tmpdir(), 'gonggo-small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}m`, 'tmpfs', path]).status === 0;
  const remove = () => {
    spawnSync('umount', [path]);
    rmSync(path, { recursive: true, force: true });
  };
  if (!mounted) return (remove(), null);
  const ballast = join(path, 'ballast');
  return {
    path,
    remove,
    /** Leaves less than a mebibyte. */
    fill: () => {
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - 700_000)));
    },
    free: () => rmSync(ballast),
  };
}
