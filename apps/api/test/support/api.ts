import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import { createClient, type Client } from '@gonggo/contract/client';
import type { Role, Scope } from '@gonggo/contract';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { hashPassword } from '../../src/auth/passwords.ts';
import { createApp } from '../../src/app.setup.ts';
import type { Config } from '../../src/platform/config/config.ts';
import { describeApi } from '../../src/platform/openapi/document.ts';
import { type TestClock, testClock } from './clock.ts';
import { migratedDatabase, testConfig, type TestDatabase } from './database.ts';
import { eventually } from './postings.ts';
import { type ReplyCheck, replyCheck } from './reply-check.ts';
import { listenTo } from './stream.ts';

export const password = 'correct horse battery staple';

/** Somebody who calls the API: the typed client, and plain requests for what a client would never send. */
export interface Caller extends Client {
  /** A request by path (from `/api/v1`), with this caller's credentials, checked like all others. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The headers that carry the credentials. */
  headers: Record<string, string>;
}

/** A person who is signed in. */
export interface Person extends Caller {
  accountId: string;
  email: string;
}

export interface TestApi {
  /** `http://127.0.0.1:…`, without a path. */
  url: string;
  config: Config;
  app: NestFastifyApplication;
  database: TestDatabase;
  sql: TestDatabase['sql'];
  clock: TestClock;
  anonymous: Caller;
  /** A new account of that role, signed in over HTTP. */
  signIn(role: Role): Promise<Person>;
  /** A new account that is not signed in; its password is `password`. */
  account(role: Role): Promise<{ accountId: string; email: string }>;
  /** A new API key. */
  withKey(...scopes: Scope[]): Promise<Caller & { keyId: string; secret: string }>;
  /** A caller with these headers, from an address of its own. */
  caller(headers?: Record<string, string>): Caller;
  /** What replies were not as OpenAPI says. Checked after each test. */
  violations: string[];
  stop(): Promise<void>;
}

/** The real application on a database of its own, over HTTP. */
export async function startApi(env: Record<string, string> = {}): Promise<TestApi> {
  const database = await migratedDatabase();
  const config = testConfig(database.url, env);
  const app = await createApp(config);
  const url = await serve(app);
  const violations: string[] = [];
  const check = replyCheck(describeApi(app));
  const send = checkedFetch(check, violations);
  const passwordHash = await hashPassword(password);

  const caller = (headers: Record<string, string> = {}): Caller => {
    const all = { ...visitor(config), ...headers };
    return {
      ...createClient({ baseUrl: url, headers: all, fetch: send }),
      headers: all,
      fetch: (path, init = {}) =>
        send(`${url}/api/v1${path}`, { redirect: 'manual', ...init, headers: { ...all, ...init.headers } }),
    };
  };
  const account = async (role: Role) => {
    const accountId = randomUUID();
    const email = `${role}-${accountId.slice(0, 8)}@gonggo.example`;
    await database.sql(
      `INSERT INTO account (id, email, name, role, password_hash) VALUES ($1, $2, $3, $4, $5)`,
      [accountId, email, `A ${role}`, role, passwordHash],
    );
    return { accountId, email };
  };
  let keys: Person | null = null;

  const api: TestApi = {
    url,
    config,
    app,
    database,
    sql: database.sql,
    clock: testClock(database),
    violations,
    account,
    caller,
    anonymous: caller(),
    signIn: async (role) => {
      const { accountId, email } = await account(role);
      const headers = await sessionOf(caller({ origin: config.siteUrl }), email);
      return { ...caller(headers), accountId, email };
    },
    withKey: async (...scopes) => {
      keys ??= await api.signIn('owner');
      const { apiKey, secret } = await keys.apiKeys.add({ name: scopes.join(' '), scopes });
      return { ...caller({ authorization: `Bearer ${secret}` }), keyId: apiKey.id, secret: secret ?? '' };
    },
    stop: async () => {
      await app.close();
      await database.drop();
    },
  };
  return api;
}

/** Answers at this address, once news reach it: before, replies are not kept and the stream refuses. */
export async function serve(app: NestFastifyApplication): Promise<string> {
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const stream = await eventually(
    () => listenTo(url).catch(() => null),
    (one) => one !== null,
    20_000,
  );
  stream?.stop();
  return url;
}

/** For a test file: one API for all its tests, and no reply that OpenAPI does not know. */
export function useApi(env: Record<string, string> = {}): TestApi {
  const api = {} as TestApi;
  beforeAll(async () => void Object.assign(api, await startApi(env)), 60_000);
  afterEach(() => expect(api.violations?.splice(0) ?? []).toEqual([]));
  afterAll(() => api.stop?.(), 30_000);
  return api;
}

/** Signs in and answers the headers a browser would send from then on. */
export async function sessionOf(from: Caller, email: string, code?: string): Promise<Record<string, string>> {
  const body = JSON.stringify({ email, password, ...(code ? { code } : {}) });
  const reply = await from.fetch('/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const cookie = reply.headers.getSetCookie()[0]?.split(';', 1)[0];
  if (!cookie) throw new Error(`Signing in answered ${reply.status}: ${await reply.text()}`);
  return { ...from.headers, cookie };
}

let visitors = 0;

/** Each caller comes from an address of its own, told as the site tells it: limits see people. */
function visitor(config: Config): Record<string, string> {
  visitors += 1;
  const address = `10.${(visitors >> 16) & 255}.${(visitors >> 8) & 255}.${visitors & 255}`;
  return { 'x-gonggo-visitor': address, 'x-gonggo-secret': config.siteSecret ?? '' };
}

function checkedFetch(check: ReplyCheck, violations: string[]): typeof fetch {
  return async (input, init) => {
    const reply = await fetch(input, init);
    if (/event-stream/.test(reply.headers.get('content-type') ?? '')) return reply;
    const wrong = await check(init?.method ?? 'GET', String(input), reply);
    if (wrong) violations.push(wrong);
    return reply;
  };
}
