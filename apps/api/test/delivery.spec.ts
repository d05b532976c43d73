import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Draft, PostingListItem, PublishedPosting } from '@gonggo/contract';
import { type Person, useApi } from './support/api.ts';
import { aPosting, prose, soon } from './support/postings.ts';

jest.setTimeout(60_000);
const api = useApi();
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
});

const at = ({ facts, locale }: Draft, rest = '') =>
  `/postings/${encodeURIComponent(facts.slug)}${rest}${rest.includes('?') ? '&' : '?'}locale=${locale}`;
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  api.anonymous.fetch(path, { headers, method });

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
        await get(at(draft, `?format=${format}`)),
        await get(at(draft), { accept: type }),
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
    const path = new URL(`${api.url}/api/v1${at(draft)}`);
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
    expect((await get(at(draft), { accept: 'application/xml' })).status).toBe(406);
    expect((await get(at(draft, '?format=json'), { accept: 'application/xml' })).status).toBe(200);
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
    const jsonld = await get(at(draft, '/jsonld'));
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

describe('caching', () => {
  test('every public reply says how it may be kept, and HEAD equals GET', async () => {
    const draft = await aPosting(cto);
    const paths = [
      at(draft),
      at(draft, '?format=html'),
      at(draft, '/jsonld'),
      `/postings`,
      '/facets',
      '/changes',
      '/settings',
      at(draft, `/sections/${draft.sections[0]?.id}`),
    ];
    for (const path of paths) {
      const reply = await get(path);
      expect([path, reply.status]).toEqual([path, 200]);
      expect(Object.fromEntries(reply.headers)).toMatchObject({
        etag: expect.stringMatching(/^"[\w-]+"$/),
        'last-modified': expect.stringMatching(/GMT$/),
        'cache-control': 'public, no-cache',
        vary: 'Accept, Accept-Encoding',
        'access-control-allow-origin': '*',
        'x-content-type-options': 'nosniff',
        'x-request-id': expect.stringMatching(/^[\w-]{8,}$/),
      });
      const head = await get(path, {}, 'HEAD');
      const same = (headers: Headers) =>
        Object.fromEntries(
          [...headers].filter(([name]) => !/^(date|x-request-id|connection|keep-alive)$/.test(name)),
        );
      expect(same(head.headers)).toEqual(same(reply.headers));
      expect(await head.text()).toBe('');
    }
  });

  test('304 by ETag of the same coding and by date; another version has another ETag', async () => {
    const draft = await aPosting(cto, { words: '긴 글이에요. '.repeat(200) });
    const plain = await get(at(draft), { 'accept-encoding': 'identity' });
    const etag = plain.headers.get('etag') ?? '';
    const again = await get(at(draft), { 'accept-encoding': 'identity', 'if-none-match': `"x", W/${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    const since = plain.headers.get('last-modified') ?? '';
    expect((await get(at(draft), { 'if-modified-since': since })).status).toBe(304);

    const br = await get(at(draft), { 'accept-encoding': 'br' });
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(br.headers.get('etag')).not.toBe(etag);
    expect(await br.json()).toEqual(await plain.json());
    expect((await get(at(draft), { 'accept-encoding': 'br', 'if-none-match': etag })).status).toBe(200);

    await cto.drafts.publish(draft.id);
    const next = await get(at(draft), { 'accept-encoding': 'identity', 'if-none-match': etag });
    expect(next.status).toBe(200);
    expect(next.headers.get('etag')).not.toBe(etag);
  });

  test('a request id of the caller’s comes back', async () => {
    expect((await get('/postings', { 'x-request-id': 'my-own-request-1' })).headers.get('x-request-id')).toBe(
      'my-own-request-1',
    );
  });

  test('never stale after the writer’s own answer', async () => {
    const draft = await aPosting(cto);
    for (let version = 2; version < 30; version++) {
      const reading = Array.from({ length: 5 }, () => get(at(draft)));
      await cto.drafts.publish(draft.id);
      expect(await api.anonymous.postings.get(draft.facts.slug)).toMatchObject({ version });
      await Promise.all(reading);
    }
  });
});

describe('the list', () => {
  let team: { slug: string };
  let family: { slug: string };
  let tags: { id: string; slug: string }[];
  const mine: Record<string, Draft> = {};
  const list = async (query: string) => {
    const found: PostingListItem[] = [];
    let cursor = '';
    do {
      const reply = await get(`/postings?team=${team.slug}&limit=2&${query}${cursor && `&cursor=${cursor}`}`);
      expect([query, reply.status]).toEqual([query, 200]);
      const { data, page } = (await reply.json()) as {
        data: PostingListItem[];
        page: { nextCursor: string | null };
      };
      found.push(...data);
      cursor = page.nextCursor ?? '';
    } while (cursor);
    return found.map(({ id }) => Object.keys(mine).find((name) => mine[name]?.id === id));
  };

  beforeAll(async () => {
    const term = (kind: 'team' | 'jobFamily' | 'tag') =>
      cto.taxonomy.add({ kind, nameKo: `말 ${randomUUID()}` });
    team = await term('team');
    family = await term('jobFamily');
    tags = [await term('tag'), await term('tag')];
    const place = (locality: string) => ({ country: 'KR', region: '', locality });
    const [one, two] = tags as [{ id: string; slug: string }, { id: string; slug: string }];
    mine['a'] = await aPosting(cto, {
      title: '나',
      team: team.slug,
      jobFamily: family.slug,
      tagIds: [one.id],
      locations: [place('성남'), place('서울')],
      closesAt: soon(9e6),
    });
    mine['b'] = await aPosting(cto, {
      title: '가',
      team: team.slug,
      tagIds: [one.id, two.id],
      remote: 'remote',
      level: 'senior',
      closesAt: soon(8e6),
    });
    mine['c'] = await aPosting(cto, {
      title: '다',
      team: team.slug,
      employmentType: 'INTERN',
      locations: [place('서울')],
    });
    mine['en'] = await aPosting(cto, { title: 'Z', team: team.slug, locale: 'en' });
    mine['x'] = await aPosting(cto, { title: '닫힘', team: team.slug, remote: 'onsite' });
    await cto.drafts.close(mine['x'].id);
  });

  test('is sorted and paged in every order without a gap or a repetition', async () => {
    expect(await list('')).toEqual(['en', 'c', 'b', 'a']);
    expect(await list('sort=publishedAt')).toEqual(['a', 'b', 'c', 'en']);
    expect((await list('sort=closesAt')).slice(0, 2)).toEqual(['b', 'a']);
    expect((await list('sort=closesAt')).slice(2).sort()).toEqual(['c', 'en']);
    expect(await list('sort=title&locale=ko')).toEqual(['b', 'a', 'c']);
    expect(await list('status=all')).toEqual(['x', 'en', 'c', 'b', 'a']);
    expect(await list('status=closed')).toEqual(['x']);
  });

  test('is narrowed by each filter, several values meaning any of them', async () => {
    const [one, two] = tags.map(({ slug }) => encodeURIComponent(slug)) as [string, string];
    const place = encodeURIComponent;
    expect(await list(`jobFamily=${family.slug}`)).toEqual(['a']);
    expect(await list(`tag=${two}`)).toEqual(['b']);
    expect(await list(`tag=${one},${two}`)).toEqual(['b', 'a']);
    expect(await list(`location=${place('서울')}`)).toEqual(['c', 'a']);
    expect(await list(`location=${place('성남')},${place('부산')}`)).toEqual(['a']);
    expect(await list('remote=remote')).toEqual(['b']);
    expect(await list('level=senior,lead')).toEqual(['b']);
    expect(await list('employmentType=INTERN')).toEqual(['c']);
    expect(await list('locale=en')).toEqual(['en']);
    expect(await list('remote=hybrid')).toEqual([]);
  });

  test('agrees with the facets, which count what is open', async () => {
    const facets = await api.anonymous.postings.facets();
    expect(facets.team).toContainEqual({
      value: team.slug,
      name: expect.stringMatching(/^말/),
      count: 4,
    });
    expect(facets.remote).toContainEqual({ value: 'remote', name: '전면 재택', count: 1 });
    expect(facets.remote.map(({ value }) => value)).not.toContain('onsite');
    expect(facets.location.find(({ value }) => value === '서울')?.count).toBe(2);
    const english = (await (await get('/facets?locale=en')).json()) as typeof facets;
    expect(english.team).toEqual([{ value: team.slug, name: expect.any(String), count: 1 }]);
  });

  test('carries sections and pictures where asked', async () => {
    const item = async (include: string) => {
      const { data } = (await (
        await get(`/postings?team=${team.slug}&limit=1&include=${include}`)
      ).json()) as { data: PublishedPosting[] };
      return data[0] as PublishedPosting;
    };
    const plain = (await api.anonymous.postings.list({ team: team.slug, limit: 1 })).data[0];
    expect(plain).not.toHaveProperty('sections');
    const whole = await api.anonymous.postings.get(mine['en']?.facts.slug ?? '', 'en');
    expect(await item('sections,images')).toEqual(whole);
    expect((await item('sections')).sections).toEqual(whole.sections);
    expect(await item('images')).toEqual({ ...plain, images: whole.images });
  });

  test('a cursor goes on where it was, whatever is published meanwhile', async () => {
    const first = await api.anonymous.postings.list({ team: team.slug, limit: 2 });
    const late = await aPosting(cto, { team: team.slug });
    const second = await api.anonymous.postings.list({
      team: team.slug,
      limit: 2,
      cursor: first.page.nextCursor ?? '',
    });
    expect(second.data.map(({ id }) => id)).toEqual([mine['b']?.id, mine['a']?.id]);
    expect(second.page.nextCursor).toBeNull();
    await cto.drafts.withdraw(late.id);
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
    [at(draft, '?format=pdf'), 'format'],
    [at(draft, '?x=1'), 'x'],
    [at(draft, '/jsonld?format=json'), 'format'],
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
    'published_image',
    'published_image_chunk',
    'published_image_variant',
    'published_posting',
    'setting',
    'slug_alias',
    'tombstone',
  ]);
});
