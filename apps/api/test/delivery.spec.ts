import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Person, useApi } from './support/api.ts';
import { addressOf, aPosting, prose } from './support/postings.ts';

const api = useApi();
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
});

const get = (path: string, headers: Record<string, string> = {}) => api.anonymous.fetch(path, { headers });

/** A request whose target is sent as it is: fetch would tidy it up. */
function raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(api.url);
    const asked = request({ hostname, port, path, headers, agent: false }, (res) => {
      let body = '';
      res.on('data', (chunk: Buffer) => (body += chunk.toString()));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, body }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('one posting', () => {
  test('comes in four forms, by parameter and by Accept, each with every word', async () => {
    const draft = await aPosting(cto, { words: '하나둘셋넷' });
    const forms = {
      json: 'application/json',
      html: 'text/html',
      markdown: 'text/markdown',
      text: 'text/plain',
    };
    const tags = new Set<string | null>();
    for (const [format, type] of Object.entries(forms)) {
      for (const reply of [
        await get(addressOf(draft, `?format=${format}`)),
        await get(addressOf(draft), { accept: type }),
      ]) {
        expect(reply.status).toBe(200);
        expect(reply.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
        expect(await reply.text()).toContain('하나둘셋넷');
        tags.add(reply.headers.get('etag'));
      }
    }
    expect(tags.size).toBe(4);
  });

  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['text/markdown, text/html;q=0.9', 'text/markdown'],
    ['text/*', 'text/html'],
    ['application/json;q=0.1, text/plain;q=0.2', 'text/plain'],
    ['application/xml, application/json;q=0.01', 'application/json'],
  ])('Accept: %s gets %s', async (accept, type) => {
    const draft = await aPosting(cto);
    const path = new URL(`${api.url}/api/v1${addressOf(draft)}`);
    const reply = await new Promise<string | undefined>((resolve) => {
      request(path, { headers: accept ? { accept } : {}, agent: false }, (res) => {
        resolve(res.headers['content-type']);
        res.resume();
      }).end();
    });
    expect(reply).toBe(`${type}; charset=utf-8`);
  });

  test('nothing we have is 406, unless the address says which', async () => {
    const draft = await aPosting(cto);
    expect((await get(addressOf(draft), { accept: 'application/xml' })).status).toBe(406);
    expect((await get(addressOf(draft, '?format=json'), { accept: 'application/xml' })).status).toBe(200);
  });

  test('its sections and JSON-LD have addresses of their own', async () => {
    const draft = await aPosting(cto, { words: '한 부분' });
    const section = await api.anonymous.postings.section(draft.facts.slug, draft.sections[0]?.id ?? '');
    expect(section).toMatchObject({ kind: 'role', anchor: '하는-일', content: prose('한 부분') });
    for (const id of [randomUUID(), 'x', '..']) {
      expect(
        (await raw(`/api/v1/postings/${encodeURIComponent(draft.facts.slug)}/sections/${id}`)).status,
      ).toBe(404);
    }
    const jsonld = await get(addressOf(draft, '/jsonld'));
    expect(jsonld.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    const { '@graph': graph } = (await jsonld.json()) as { '@graph': { '@type': string }[] };
    expect(graph.map((node) => node['@type'])).toEqual(['JobPosting', 'BlogPosting']);
  });

  test('a language that is not there is 404', async () => {
    const draft = await aPosting(cto);
    await expect(api.anonymous.postings.get(draft.facts.slug, 'en')).rejects.toMatchObject({ status: 404 });
  });

  test('a slug of 80 Hangul syllables is an address', async () => {
    const draft = await aPosting(cto, { slug: '가'.repeat(80) });
    expect((await api.anonymous.postings.get('가'.repeat(80))).id).toBe(draft.id);
    expect(
      (await raw(`/api/v1/postings/${encodeURIComponent('가'.repeat(80).normalize('NFD'))}`)).status,
    ).toBe(200);
  });
});

test('what an address does not know is refused, with the spot', async () => {
  const draft = await aPosting(cto);
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const id = randomUUID();
  const wrong: [string, string][] = [
    ['/postings?utm_source=x', 'utm_source'],
    ['/postings?q=x', 'q'],
    ['/postings?status=gone', 'status'],
    ['/postings?sort=-title', 'sort'],
    ['/postings?sort=slug;drop', 'sort'],
    ['/postings?limit=0', 'limit'],
    ['/postings?limit=101', 'limit'],
    ['/postings?limit=1e2', 'limit'],
    ['/postings?limit=5&limit=6', 'limit'],
    ['/postings?level=boss', 'level'],
    ['/postings?team=', 'team'],
    ['/postings?include=secrets', 'include'],
    ['/postings?cursor=x', 'cursor'],
    [`/postings?cursor=${cursor(['title', 'x', id])}`, 'cursor'],
    [`/postings?cursor=${cursor(['-publishedAt', '2026-02-31 00:00:00+00', id])}`, 'cursor'],
    [`/postings?cursor=${cursor(['-publishedAt', 'now', id])}`, 'cursor'],
    [`/postings?cursor=${cursor(['-publishedAt', '2026-02-01 00:00:00+00', 'x'])}`, 'cursor'],
    ['/changes?since=-1', 'since'],
    ['/changes?since=x', 'since'],
    ['/changes?limit=1001', 'limit'],
    ['/facets?locale=fr', 'locale'],
    [addressOf(draft, '?format=pdf'), 'format'],
    [addressOf(draft, '?x=1'), 'x'],
    [addressOf(draft, '/jsonld?format=json'), 'format'],
  ];
  for (const [path, pointer] of wrong) {
    const reply = await get(path);
    const problem = (await reply.json()) as { code: string; errors?: { pointer: string }[] };
    expect([path, reply.status, problem.errors?.[0]?.pointer]).toEqual([path, 400, pointer]);
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    expect(reply.headers.get('cache-control')).toBe('private, no-store');
  }
  for (const path of [
    '/api/v1/postings/%E0%A4%A',
    '/api/v1/postings/%00',
    '/api/v1/postings/a%00b?locale=ko',
  ]) {
    expect([path, (await raw(path)).status]).toEqual([path, 400]);
  }
  for (const path of [
    '/api/v1/postings/',
    '/api/v1/postings//jsonld',
    '/api/v1//postings',
    '/api/v1/postings/x/y',
    '/api/v1/POSTINGS',
    '/api/v1/postings/../drafts',
    '/api/v1/postings/%2e%2e',
  ]) {
    expect([path, (await raw(path)).status]).toEqual([path, 404]);
  }
  const patched = await api.anonymous.fetch('/postings', {
    method: 'PATCH',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  expect(patched.status).toBe(405);
});

test('the connection that reads for the public sees nothing else', async () => {
  const tables = await api.sql<{ table: string }>(
    `SELECT table_name AS "table" FROM information_schema.table_privileges
      WHERE grantee = 'gonggo_test_reader' ORDER BY 1`,
  );
  expect([...new Set(tables.map(({ table }) => table))]).toEqual([
    'change',
    'change_counter',
    'facet_count',
    'published_image',
    'published_image_chunk',
    'published_image_variant',
    'published_posting',
    'setting',
    'slug_alias',
    'tombstone',
  ]);
});
