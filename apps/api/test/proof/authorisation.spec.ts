import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeApi } from '../../src/platform/openapi/document.ts';
import { useApi } from '../support/api.ts';
import { type ReplyCheck, replyCheck } from '../support/reply-check.ts';
import { recipes, situationsOf } from './authorisation/attempts.ts';
import { anotherSession, everyCaller, type Subject } from './authorisation/callers.ts';
import { Fixtures, type Situation } from './authorisation/fixtures.ts';
import type { Attempt } from './authorisation/recipe.ts';
import { whoMay, type Word } from './authorisation/who-may.ts';
import { fingerprint, quiet } from './fingerprint.ts';
import { asResponse, type RawReply, send } from './raw-http.ts';

const committed = JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8')) as OpenAPIObject;
const api = useApi();
let callers: Subject[];
let fixtures: Fixtures;
let check: ReplyCheck;
let tried = 0;

beforeAll(async () => {
  callers = await everyCaller(api);
  fixtures = await Fixtures.of(api);
  check = replyCheck(describeApi(api.app));
});

afterAll(() => {
  process.stdout.write(`${tried} attempts on ${whoMay.size} operations\n`);
});

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;
const operationsIn = ({ paths }: OpenAPIObject) =>
  Object.entries(paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => `${method.toUpperCase()} ${path}`),
  );

describe('the table of who may', () => {
  test('names every operation there is, and no other', () => {
    const said = [...whoMay.keys()].sort();
    expect(operationsIn(describeApi(api.app)).sort()).toEqual(said);
    expect(operationsIn(committed).sort()).toEqual(said);
    expect(Object.keys(recipes).sort()).toEqual(said);
  });

  test('is what OpenAPI says of credentials', () => {
    for (const [operation, { none, key }] of whoMay) {
      const [method = '', path = ''] = operation.split(' ');
      const security = committed.paths[path]?.[method.toLowerCase() as 'get']?.security ?? [];
      const scopes = security.flatMap(({ apiKey }) => apiKey ?? []);
      expect({ operation, scopes }).toEqual({ operation, scopes: key === '–' || key === 'any' ? [] : [key] });
      const open = security.length === 0 || security.some((one) => Object.keys(one).length === 0);
      expect({ operation, open }).toEqual({ operation, open: none !== '–' });
    }
  });
});

describe('everybody may what the table says, and nothing else:', () => {
  test.each([...whoMay.keys()])(
    '%s',
    async (operation) => {
      const recipe = recipes[operation];
      const cells = cellsOf(operation);
      const refused = [];
      fixtures.lookAgain();
      for (const cell of cells.filter(({ allowed }) => !allowed)) {
        refused.push({ cell, attempt: await attemptOf(operation, cell) });
      }
      await quiet(api);
      const before = await fingerprint(api);
      for (const { cell, attempt } of refused) {
        const { status, wrong } = await tryIt(operation, cell, attempt);
        expect({ ...named(cell), status, wrong }).toEqual({
          ...named(cell),
          status: refusalOf(operation, cell),
          wrong: null,
        });
      }
      expect(await fingerprint(api)).toEqual(before);

      for (const cell of cells.filter(({ allowed }) => allowed)) {
        fixtures.lookAgain();
        const { status, wrong } = await tryIt(operation, cell, await attemptOf(operation, cell));
        const expected = recipe?.refusedBy?.[cell.situation.state] ?? '2xx';
        const answered = expected === '2xx' && status >= 200 && status < 300 ? '2xx' : status;
        expect({ ...named(cell), answered, wrong }).toEqual({
          ...named(cell),
          answered: expected,
          wrong: null,
        });
        if (recipe?.spends) fixtures.spent(cell.caller, cell.situation);
      }
    },
    120_000,
  );
});

describe('a closed address stays closed', () => {
  const closed = [...whoMay].filter(([operation, { none }]) => none === '–' && operation.startsWith('GET '));

  test.each(closed.map(([operation]) => operation))('however %s is written', async (operation) => {
    const nobody = callers[0] as Subject;
    const { path } = await attemptOf(operation, {
      caller: nobody,
      situation: { relation: 'foreign', state: 'unpublished' },
    });
    const whole = `/api/v1${path}`;
    const ways = [
      whole,
      `${whole}/`,
      `${whole}//`,
      `/${whole}`,
      `${whole}?`,
      `${whole};a=b`,
      `${whole}%20`,
      `${whole}%00`,
      `${whole}.json`,
      whole.toUpperCase(),
      whole.replace('/api/v1/', '/api/v1//'),
      whole.replace('/api/v1/', '/api/v1/./'),
      whole.replace('/api/v1/', '/api/v1/postings/../'),
      whole.replace('/api/v1/', '/api/v1/postings/%2e%2e/'),
      whole.replace('/api/v1/', '/api/v1\\'),
      whole.replace(/[a-z](?=[a-z]*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
      `http://localhost${whole}`,
    ];
    for (const way of ways) {
      for (const method of ['GET', 'HEAD']) {
        const { status } = await send(api.url, { method, path: way, headers: nobody.headers });
        expect({ method, way, open: status < 400 && status !== 301 }).toEqual({ method, way, open: false });
      }
    }
  });
});

describe('access ends with the next request', () => {
  const drafts = (headers: Record<string, string>) =>
    send(api.url, { method: 'GET', path: '/api/v1/drafts', headers }).then(({ status }) => status);

  test.each<[string, (caller: Subject & { sessionId: string }) => Promise<unknown>]>([
    ['signing out', ({ headers }) => api.caller(headers).sessions.signOut()],
    ['a lock', ({ accountId }) => fixtures.colleague.accounts.change(String(accountId), { locked: true })],
    [
      'a lock that left the session standing',
      ({ accountId }) => api.sql('UPDATE account SET locked_at = clock_now() WHERE id = $1', [accountId]),
    ],
    [
      'another role',
      ({ accountId }) => fixtures.colleague.accounts.change(String(accountId), { role: 'viewer' }),
    ],
    [
      'the end of the session elsewhere',
      ({ sessionId }) => api.sql('DELETE FROM session WHERE id = $1', [sessionId]),
    ],
    [
      'the session running out',
      ({ sessionId }) => api.sql('UPDATE session SET expires_at = clock_now() WHERE id = $1', [sessionId]),
    ],
    [
      'a new password, set elsewhere',
      async ({ accountId }) => {
        const { url } = await fixtures.colleague.accounts.invite(String(accountId));
        const token = new URL(url ?? '').hash.replace(/^#(token=)?/, '');
        await api.anonymous.accounts.acceptInvitation({ token, password: 'another long password' });
      },
    ],
  ])('of a person after %s', async (_, end) => {
    const { accountId } = await api.account('editor');
    const base = { name: 'editor', role: 'editor' as const, scopes: null, accountId };
    const person = await anotherSession(api, {
      ...base,
      headers: { ...api.caller().headers, origin: api.config.siteUrl },
    });
    expect(await drafts(person.headers)).toBe(200);

    await end(person);

    expect(await drafts(person.headers)).toBe(401);
  });

  test.each<[string, (keyId: string) => Promise<unknown>]>([
    ['revoked', (keyId) => fixtures.colleague.apiKeys.revoke(keyId)],
    [
      'past its end',
      (keyId) => api.sql('UPDATE api_key SET expires_at = clock_now() WHERE id = $1', [keyId]),
    ],
  ])('of a key that is %s', async (_, end) => {
    const { headers, keyId } = await api.withKey('drafts:read');
    expect(await drafts(headers)).toBe(200);

    await end(keyId);

    expect(await drafts(headers)).toBe(401);
  });

  test.each(['Bearer', 'Bearer gg_', `Bearer gg_${'x'.repeat(43)}`, 'Basic YTpi', 'bearer', ''])(
    'and %j opens nothing, whatever cookie comes with it',
    async (authorization) => {
      const { headers } = callers.find(({ role }) => role === 'owner') as Subject;
      expect(await drafts({ ...headers, authorization })).toBe(401);
    },
  );
});

interface Cell {
  caller: Subject;
  situation: Situation;
  allowed: boolean;
}

const named = ({ caller, situation }: Cell) => ({ caller: caller.name, ...situation });

function cellsOf(operation: string): Cell[] {
  const recipe = recipes[operation];
  if (!recipe) return [];
  return callers.flatMap((caller) =>
    situationsOf(recipe, caller).map((situation) => ({
      caller,
      situation,
      allowed: isAllowed(operation, caller, situation),
    })),
  );
}

async function attemptOf(
  operation: string,
  { caller, situation }: Pick<Cell, 'caller' | 'situation'>,
): Promise<Attempt> {
  const attempt = await recipes[operation]?.make({ api, fixtures, caller, ...situation });
  if (!attempt) throw new Error(`Nobody says how to call ${operation}.`);
  return attempt;
}

/** The table, read for one caller and one row. */
function isAllowed(operation: string, { role, scopes }: Subject, { relation, state }: Situation): boolean {
  const rule = whoMay.get(operation);
  if (!rule) return false;
  const holds: Record<Word, boolean> = {
    yes: true,
    own: relation !== 'foreign',
    'own unpublished': relation !== 'foreign' && state === 'unpublished',
    shown: state === 'shown',
    '–': false,
  };
  if (role) return holds[rule.people[role]];
  if (!scopes || rule.key === 'any') return holds[rule.none];
  // A key that may not is, where strangers may something, a stranger.
  return rule.key !== '–' && scopes.includes(rule.key) ? true : holds[rule.none];
}

/** Nobody is asked to sign in (401), whoever has is refused (403); what strangers must not know of is not there. */
function refusalOf(operation: string, { caller }: Cell): number {
  const stranger = caller.accountId === null;
  if (whoMay.get(operation)?.none === 'shown') return 404;
  if (recipes[operation]?.about === 'session' && !stranger) return 404;
  return stranger && !caller.scopes ? 401 : 403;
}

/** Sends it as the caller would, and holds the answer to OpenAPI. */
async function tryIt(
  operation: string,
  { caller }: Cell,
  attempt: Attempt,
): Promise<RawReply & { wrong: string | null }> {
  const [method = ''] = operation.split(' ');
  const { as = caller, form, body, headers, path, headOnly } = attempt;
  const content = form ? form.bytes : body === undefined ? undefined : JSON.stringify(body);
  const type = form ? form.type : body === undefined ? undefined : 'application/json';
  const url = new URL(`/api/v1${path}`, api.url);
  tried += 1;
  const reply = await send(api.url, {
    method,
    path: url.pathname + url.search,
    headers: { ...as.headers, ...headers, ...(type ? { 'content-type': type } : {}) },
    ...(content === undefined ? {} : { body: content }),
    ...(headOnly ? { headOnly } : {}),
  });
  return { ...reply, wrong: headOnly ? null : await check(method, url.href, asResponse(reply)) };
}
