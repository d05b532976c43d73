import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ProblemBody } from '@gonggo/contract';
import { describeApi } from '../../src/platform/openapi/document.ts';
import { type Person, useApi } from '../support/api.ts';
import { replyCheck } from '../support/reply-check.ts';
import { anotherSession } from './authorisation/callers.ts';
import { quiet } from './fingerprint.ts';
import { type HostileRequest, hostileRequests, operationsOf, present, sample } from './hostile/requests.ts';
import { growth, lostRows, rowsOf } from './hostile/rows.ts';
import { shapeCount } from './hostile/shapes.ts';
import { idsFor, makeVictims, presentRevision, type Victims } from './hostile/victims.ts';
import { asResponse, jsonOf, type RawReply, send } from './raw-http.ts';

const api = useApi();
let owner: Person;
let victims: Victims;

beforeAll(async () => {
  owner = await api.signIn('owner');
  victims = await makeVictims(api, owner);
});

/** Shapes that are wrong whatever is asked for (of healthz and readyz nothing is): only a refusal is right. */
const neverTaken = new Set([
  'null',
  'true',
  'a number',
  'a string',
  'an empty list',
  'a list of null',
  'cut off',
  'trailing comma',
  'two documents',
  'NaN',
  '__proto__',
  'escaped __proto__',
  'constructor',
  'prototype',
  'NUL in a key',
  'NUL in a value',
  'lone high surrogate',
  'lone low surrogate',
  'lone surrogate in a key',
  'lists 10,000 deep',
  'objects 100,000 deep',
  '2 MB of text',
  '40,000 keys',
  '900 KB of keys',
  '900 KB of list',
  'as text/plain',
  'as XML',
  'as a form',
  'as UTF-16 JSON',
  'as almost JSON',
  'extra key',
  'query unknown=1',
  'query limit[]=1',
  'query __proto__[x]=1',
  'query status[$ne]=open',
]);

interface Sent {
  as: string;
  request: HostileRequest;
  reply: RawReply;
}

describe('requests nobody honest would send', () => {
  const patienceMs = 3_000;
  let sent: Sent[];
  let healthMs: number[];
  let before: Awaited<ReturnType<typeof rowsOf>>;
  let after: Awaited<ReturnType<typeof rowsOf>>;

  beforeAll(async () => {
    const operations = operationsOf(describeApi(api.app), (path) => idsFor(victims, path));
    const key = await api.withKey('drafts:read', 'drafts:write', 'images:write', 'postings:publish');
    const plan = operations.flatMap((operation) => {
      const all = [...hostileRequests(operation)];
      return [
        ...sample(all, 34).map((request) => ({ as: 'owner', headers: owner.headers, request })),
        ...sample(all, 4, 'key ').map((request) => ({ as: 'key', headers: key.headers, request })),
        ...sample(all, 4, 'nobody ').map((request) => ({
          as: 'nobody',
          headers: api.caller().headers,
          request,
        })),
      ];
    });
    await quiet(api);
    before = await rowsOf(api);
    const health = watchHealth();
    sent = await inParallel(4, plan, async ({ as, headers, request }) => ({
      as,
      request,
      reply: await attack(as, headers, request),
    }));
    healthMs = await health.stop();
    after = await rowsOf(api);
    report();
  }, 240_000);

  test('are more than 1,000, in more than 50 shapes, on every operation', () => {
    expect(sent.length).toBeGreaterThanOrEqual(1_000);
    expect(shapeCount).toBeGreaterThanOrEqual(50);
    const shapes = new Set(sent.map(({ request }) => request.shape.replace(/^\w+: /, '')));
    expect(shapes.size).toBeGreaterThanOrEqual(shapeCount * 0.9);
    expect(new Set(sent.map(({ request }) => request.operation)).size).toBeGreaterThanOrEqual(58);
  });

  test('never break anything: no 5xx, no time wasted', () => {
    expect(sent.filter(({ reply }) => reply.status >= 500 || reply.status === 0).map(inWords)).toEqual([]);
    expect(sent.filter(({ reply }) => reply.ms > patienceMs).map(inWords)).toEqual([]);
  });

  test('are answered as the contract says: a problem that says what to do, or what was asked for', async () => {
    const check = replyCheck(describeApi(api.app));
    const wrong: unknown[] = [];
    for (const one of sent) {
      const { request, reply } = one;
      const violation = await check(request.method, new URL(request.path, api.url).href, asResponse(reply));
      if (violation) wrong.push({ ...inWords(one), violation });
      if (reply.status < 400 || request.method === 'HEAD') continue;
      const { detail, errors = [] } = jsonOf(reply) as ProblemBody;
      const vague = detail.length < 15 || errors.some(({ message }) => message.length < 5);
      if (vague) wrong.push({ ...inWords(one), detail, errors });
    }
    expect(wrong).toEqual([]);
  });

  test('are refused wherever they are sent, when no operation takes such a thing', () => {
    const wrong = sent.filter(
      ({ request }) => neverTaken.has(request.shape) && !request.operation.endsWith('z'),
    );
    expect(wrong.filter(({ reply }) => reply.status < 400).map(inWords)).toEqual([]);
    expect(wrong.length).toBeGreaterThan(300);
  });

  test('give strangers nothing', () => {
    const open = /\/(postings|changes|facets|settings|sitemap|healthz|readyz|images\/\{id\})/;
    const got = sent.filter(({ as, reply }) => as === 'nobody' && reply.status < 400);
    expect(got.filter(({ request }) => !open.test(request.operation)).map(inWords)).toEqual([]);
  });

  /**
   * The promise is 100 ms for a server on its own. Here the attacker shares its thread, and other tests its processor:
   * so half must be that quick, and none as slow as only a blocked thread can make it.
   */
  test('leave the server quick to say that it is well', () => {
    expect(healthMs.length).toBeGreaterThan(20);
    expect(healthMs[Math.floor(healthMs.length / 2)]).toBeLessThan(100);
    expect(healthMs.at(-1)).toBeLessThan(2_000);
  });

  test.each(['40,000 keys', '900 KB of keys', '900 KB of list', 'objects 100,000 deep', '2 MB of text'])(
    'cost nobody any time when made to: %s',
    (shape) => {
      const times = sent.filter(({ request }) => request.shape === shape).map(({ reply }) => reply.ms);
      expect(times.length).toBeGreaterThan(3);
      expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(2_000);
    },
  );

  test('leave every row as it was, but for what was rightly asked for', async () => {
    expect(lostRows(before, after, Object.values(victims))).toEqual([]);
    const done = (operation: string) =>
      sent.filter(({ request, reply }) => request.operation === operation && reply.status < 300).length;
    const created = (path: string) =>
      sent.filter(({ request, reply }) => request.operation === `POST ${path}` && reply.status === 201)
        .length;
    const v1 = '/api/v1';
    const grown = growth(before, after);
    const act = (name: string) => done(`POST ${v1}/drafts/{id}/${name}`);
    expect(grown).toMatchObject({
      posting: created(`${v1}/drafts`),
      term: created(`${v1}/taxonomy`) - done(`DELETE ${v1}/taxonomy/{id}`),
      account: created(`${v1}/accounts`),
      api_key: created(`${v1}/api-keys`),
      image: created(`${v1}/images`),
      image_chunk: 0,
      publication: act('publish') + act('reopen'),
      change: act('publish') + act('withdraw') + act('close') + act('reopen'),
    });
    const [settings] = await api.sql('SELECT revision FROM setting');
    expect(settings).toEqual({ revision: 1 + done(`PATCH ${v1}/settings`) });
  });

  const inWords = ({ as, request, reply }: Sent) => ({
    as,
    operation: request.operation,
    shape: request.shape,
    status: reply.status,
    ms: Math.round(reply.ms),
    body: reply.body.toString('utf8', 0, 300),
  });

  /** An attack that ends one's session is made with another one. */
  async function attack(
    as: string,
    headers: Record<string, string>,
    request: HostileRequest,
  ): Promise<RawReply> {
    const revision =
      request.headers?.['if-match'] === present ? await presentRevision(api, victims, request) : null;
    const spare =
      as === 'owner' && /^(DELETE \/api\/v1\/sessions|POST \/api\/v1\/sessions)/.test(request.operation)
        ? await anotherSession(api, {
            name: as,
            role: 'owner',
            scopes: null,
            accountId: owner.accountId,
            headers,
          })
        : { headers };
    return send(api.url, {
      ...request,
      headOnly: request.operation.endsWith('/stream'),
      headers: {
        ...spare.headers,
        ...request.headers,
        ...(revision === null ? {} : { 'if-match': `"${revision}"` }),
      },
    });
  }

  function watchHealth() {
    const times: number[] = [];
    let going = true;
    const ended = (async () => {
      while (going) {
        times.push((await send(api.url, { method: 'GET', path: '/api/healthz' })).ms);
        await new Promise((done) => setTimeout(done, 25));
      }
    })();
    return {
      stop: async () => {
        going = false;
        await ended;
        return times.sort((a, b) => a - b);
      },
    };
  }

  function report(): void {
    const slowest = sent.reduce((a, b) => (a.reply.ms > b.reply.ms ? a : b));
    const statuses = new Map<number, number>();
    for (const { reply } of sent) statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
    const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status} × ${count}`);
    process.stdout.write(
      `${sent.length} hostile requests in ${shapeCount} shapes: ${counts.join(', ')}; ` +
        `slowest ${Math.round(slowest.reply.ms)} ms (${slowest.request.operation}, ${slowest.request.shape}); ` +
        `health ${healthMs.length} times, p99 ${Math.round(healthMs[Math.floor(healthMs.length * 0.99)] ?? 0)} ms, ` +
        `max ${Math.round(healthMs.at(-1) ?? 0)} ms\n`,
    );
  }
});

async function inParallel<One, Result>(
  lanes: number,
  all: One[],
  work: (one: One) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = all.entries();
  const lane = async () => {
    for (const [n, one] of rest) results[n] = await work(one);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
