import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../src/app.setup.ts';
import { failureOf } from '../src/platform/problem/failure.ts';
import { type Person, serve, useApi } from './support/api.ts';
import { Ledger } from './support/ledger.ts';
import { aReadyDraft, eventually, firstSection, prose } from './support/postings.ts';
import { type TroubledWay, troubledWay } from './support/troubled-way.ts';

/** A second process whose way to the database is in our hands; the first one goes straight and keeps the books. */
const api = useApi();
let way: TroubledWay;
let app: NestFastifyApplication;
let url: string;
let owner: Person;
beforeAll(async () => {
  way = await troubledWay(api.config.databaseUrl);
  app = await createApp({ ...api.config, databaseUrl: way.url, cacheMb: 0 });
  url = await serve(app);
  owner = await api.signIn('owner');
}, 60_000);
afterAll(async () => {
  way.mend();
  await app.close();
  way.stop();
});

interface Answer {
  status: number;
  took: number;
  retryAfter: number;
}
async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const began = performance.now();
  const reply = await fetch(url + path, { ...init, headers: { ...owner.headers, ...init.headers } });
  await reply.arrayBuffer();
  const retryAfter = Number(reply.headers.get('retry-after'));
  return { status: reply.status, took: performance.now() - began, retryAfter };
}
const save = (draftId: string, sectionId: string, revision: number, words: string) =>
  ask(`/api/v1/drafts/${draftId}/sections/${sectionId}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': `"${revision}"` },
    body: JSON.stringify({ content: prose(words) }),
  });
const isReady = async () => (await ask('/api/readyz')).status;
const recovered = () =>
  eventually(
    async () => [await isReady(), (await ask('/api/v1/me')).status],
    (statuses) => statuses.every((status) => status === 200),
    20_000,
  );

test('a database that falls silent ends every request within five seconds, and readiness follows', async () => {
  await recovered();
  // A clock that is set back by an hour meanwhile hides nothing.
  const real = Date.now;
  way.mute(true);
  const back = jest.spyOn(Date, 'now').mockImplementation(() => real() - 3_600_000);
  try {
    const paths = ['/api/v1/me', '/api/v1/postings', '/api/v1/drafts?limit=1', '/api/v1/settings'];
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => ask(paths[n % 4] ?? '')));
    expect(answers.filter(({ status }) => status !== 503)).toEqual([]);
    expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(5_500);
    for (const { retryAfter } of answers) expect(retryAfter).toBeGreaterThan(0);
    expect(await eventually(isReady, (status) => status === 503, 6_000)).toBe(503);
  } finally {
    back.mockRestore();
    way.mute(false);
  }
  await recovered();
}, 60_000);

test('over a hundred cut, reset and killed connections every save that was acknowledged is there, and nothing is 500', async () => {
  const draft = await aReadyDraft(owner);
  const section = firstSection(draft);
  const statuses: Record<number, number> = {};
  let [writing, revision] = [true, section.revision];
  const ledger = new Ledger();
  const writer = (async () => {
    for (let n = 0; writing; n += 1) {
      const words = `줄 ${n}`;
      const { status } = await save(draft.id, section.id, revision, words);
      statuses[status] = (statuses[status] ?? 0) + 1;
      ledger.wrote(words, status === 200);
      const [stored] = await api.sql<{ revision: number; content: unknown }>(
        'SELECT revision, content FROM section WHERE id = $1',
        [section.id],
      );
      revision = stored?.revision ?? revision;
      ledger.check(JSON.stringify(stored?.content));
    }
  })();
  const readers = Array.from({ length: 3 }, async () => {
    while (writing) {
      for (const path of ['/api/v1/me', '/api/v1/postings', '/api/v1/drafts?limit=5']) {
        const { status } = await ask(path);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    }
  });
  for (let n = 0; n < 110; n += 1) {
    if (n % 3 === 0) way.reset();
    else if (n % 3 === 1) way.cut();
    else
      await api.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name IN ('gonggo api', 'gonggo reads', 'gonggo limits')`);
    await new Promise((done) => setTimeout(done, 60));
  }
  writing = false;
  await Promise.all([writer, ...readers]);
  expect(Object.keys(statuses).filter((status) => !['200', '412', '503'].includes(status))).toEqual([]);
  expect(ledger.kept).toBeGreaterThan(0);
  await recovered();
}, 120_000);

const failure = (code: string, message = code) => Object.assign(new Error(message), { code });

test.each([
  ...[
    '08000',
    '08003',
    '08006',
    '57P01',
    '57P02',
    '57P03',
    '57P05',
    '53000',
    '53200',
    '53300',
    '58030',
    '25006',
  ],
  ...['28P01', '3D000', 'ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH'],
  ...[
    'ENETUNREACH',
    'ENETDOWN',
    'EADDRNOTAVAIL',
    'EAI_AGAIN',
    'ENOTFOUND',
    'EMFILE',
    'ERR_SSL_WRONG_VERSION_NUMBER',
  ],
])('%s means that the database is away', (code) => expect(failureOf(failure(code))).toBe('away'));

test.each(['23505', '42P01', 'XX000', '22P02', 'ERR_INVALID_ARG_TYPE', 'ENOENT'])('%s does not', (code) =>
  expect(failureOf(failure(code))).toBe(null),
);

test('a full disk is told as that', () => expect(failureOf(failure('53100'))).toBe('full'));
