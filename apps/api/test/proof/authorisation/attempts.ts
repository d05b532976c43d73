import { randomUUID } from 'node:crypto';
import type { TestApi } from '../../support/api.ts';
import { password } from '../../support/api.ts';
import { pngOf } from '../pictures.ts';
import type { RawRequest } from '../raw-http.ts';
import { anotherSession, type Subject } from './callers.ts';
import { draftStates, Fixtures, imageStates, type Relation, relations, type Situation } from './fixtures.ts';

/** One right request, ready to send. Only who sends it decides whether it may. */
export interface Attempt extends Omit<RawRequest, 'method' | 'body' | 'path'> {
  /** Without the prefix `/api/v1`. */
  path: string;
  body?: unknown;
  form?: { type: string; bytes: Buffer };
  /** Sent with these credentials instead, which are the same person's. */
  as?: Subject;
}

interface Given extends Situation {
  api: TestApi;
  fixtures: Fixtures;
  caller: Subject;
}

interface Recipe {
  /** What row it is about, if any: then it is tried on rows of every kind. */
  about?: 'draft' | 'image' | 'session';
  /** Answers of those who may, where the row's own state stands against it. Otherwise 2xx. */
  refusedBy?: Partial<Record<Situation['state'], number>>;
  /** After a success the row is no longer what it was. */
  spends?: true;
  make(given: Given): Attempt | Promise<Attempt>;
}

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const prose = (text: string) => ({
  intro: '',
  body: { version: 1, doc: { type: 'doc', content: [paragraph(text)] } },
});
const match = (revision: number) => ({ 'if-match': `"${revision}"` });
const draft = ({ fixtures, caller, relation, state }: Given) => fixtures.draft(caller, { relation, state });
const image = ({ fixtures, caller, relation, state }: Given) => fixtures.image(caller, { relation, state });
const notLive = { unpublished: 409, withdrawn: 409 };
const nothingPublished = { unpublished: 404 };

const draftRead = (rest: string): Recipe => ({
  about: 'draft',
  make: async (given) => ({ path: `/drafts/${(await draft(given)).id}${rest}` }),
});
const get = (path: string): Recipe => ({ make: () => ({ path }) });
const posting = (rest: string): Recipe => ({
  make: async ({ fixtures, caller }) => {
    const { facts, sections } = await fixtures.draft(caller, { relation: 'foreign', state: 'live' });
    const path = `/postings/${encodeURIComponent(facts.slug)}${rest}`;
    return { path: path.replace('{sectionId}', sections[0]?.id ?? '') };
  },
});
/** A term, key or account that nobody depends on. */
const other = async ({ fixtures }: Given, kind: 'accounts' | 'apiKeys' | 'taxonomy') => {
  const { colleague } = fixtures;
  const name = randomUUID();
  if (kind === 'apiKeys')
    return (await colleague.apiKeys.add({ name, scopes: ['published:read'] })).apiKey.id;
  if (kind === 'taxonomy') return (await colleague.taxonomy.add({ kind: 'tag', nameKo: name })).id;
  return (await fixtures.api.account('viewer')).accountId;
};

/** How each operation is called so that nothing but the caller can be wrong with it. */
export const recipes: Readonly<Record<string, Recipe>> = {
  'GET /api/v1/postings': get('/postings?status=all'),
  'GET /api/v1/postings/{slug}': posting(''),
  'GET /api/v1/postings/{slug}/jsonld': posting('/jsonld'),
  'GET /api/v1/postings/{slug}/sections/{sectionId}': posting('/sections/{sectionId}'),
  'GET /api/v1/changes': get('/changes'),
  'GET /api/v1/changes/stream': { make: () => ({ path: '/changes/stream', headOnly: true }) },
  'GET /api/v1/facets': get('/facets'),
  'GET /api/v1/settings': get('/settings'),
  'GET /api/v1/images/{id}': {
    about: 'image',
    make: async (given) => ({ path: `/images/${await image(given)}` }),
  },

  'POST /api/v1/sessions': {
    // The session a browser brings along ends when it signs in: not the one the other attempts need.
    make: async ({ api, fixtures, caller }) => ({
      path: '/sessions',
      as: await anotherSession(api, caller),
      body: { email: fixtures.colleague.email, password },
    }),
  },
  'POST /api/v1/invitations/accept': {
    make: async (given) => {
      const { url } = await given.fixtures.colleague.accounts.invite(await other(given, 'accounts'));
      return {
        path: '/invitations/accept',
        body: { token: new URL(url ?? '').hash.replace(/^#(token=)?/, ''), password },
      };
    },
  },
  'GET /api/v1/sessions': get('/sessions'),
  'GET /api/v1/sessions/current': get('/sessions/current'),
  'DELETE /api/v1/sessions/current': {
    make: async ({ api, caller }) => ({ path: '/sessions/current', as: await anotherSession(api, caller) }),
  },
  'DELETE /api/v1/sessions/{id}': {
    about: 'session',
    make: async ({ api, fixtures, caller, relation }) => {
      const { accountId } = relation === 'created' ? caller : fixtures.colleague;
      const whose = { ...caller, accountId };
      return { path: `/sessions/${(await anotherSession(api, whose)).sessionId}` };
    },
  },
  'GET /api/v1/me': get('/me'),
  'PATCH /api/v1/me': { make: () => ({ path: '/me', body: { byline: '서버 개발자' } }) },
  'POST /api/v1/me/password': {
    make: () => ({ path: '/me/password', body: { current: password, next: password } }),
  },
  'POST /api/v1/me/totp': { make: () => ({ path: '/me/totp', body: { password } }) },
  'DELETE /api/v1/me/totp': { make: () => ({ path: '/me/totp', body: { password } }) },

  'GET /api/v1/accounts': get('/accounts'),
  'POST /api/v1/accounts': {
    make: () => ({
      path: '/accounts',
      body: { email: `${randomUUID()}@gonggo.example`, name: '새 동료', role: 'viewer' },
    }),
  },
  'PATCH /api/v1/accounts/{id}': {
    make: async (given) => ({
      path: `/accounts/${await other(given, 'accounts')}`,
      body: { role: 'author' },
    }),
  },
  'POST /api/v1/accounts/{id}/invitation': {
    make: async (given) => ({ path: `/accounts/${await other(given, 'accounts')}/invitation` }),
  },
  'GET /api/v1/api-keys': get('/api-keys'),
  'POST /api/v1/api-keys': {
    make: () => ({ path: '/api-keys', body: { name: '열쇠', scopes: ['drafts:read'] } }),
  },
  'DELETE /api/v1/api-keys/{id}': {
    make: async (given) => ({ path: `/api-keys/${await other(given, 'apiKeys')}` }),
  },
  'PATCH /api/v1/settings': {
    make: async ({ fixtures }) => ({
      path: '/settings',
      headers: match((await fixtures.colleague.settings.get()).revision),
      body: { taglineKo: '함께 만들어요' },
    }),
  },
  'GET /api/v1/jobs': get('/jobs'),

  'GET /api/v1/taxonomy': get('/taxonomy'),
  'POST /api/v1/taxonomy': {
    make: () => ({ path: '/taxonomy', body: { kind: 'tag', nameKo: randomUUID() } }),
  },
  'PATCH /api/v1/taxonomy/{id}': {
    make: async (given) => ({
      path: `/taxonomy/${await other(given, 'taxonomy')}`,
      headers: match(1),
      body: { nameEn: 'Renamed' },
    }),
  },
  'DELETE /api/v1/taxonomy/{id}': {
    make: async (given) => ({ path: `/taxonomy/${await other(given, 'taxonomy')}` }),
  },

  'GET /api/v1/drafts': get('/drafts'),
  'POST /api/v1/drafts': { make: () => ({ path: '/drafts', body: { title: '새 공고' } }) },
  'GET /api/v1/drafts/{id}': draftRead(''),
  'PATCH /api/v1/drafts/{id}': {
    about: 'draft',
    make: async (given) => {
      const { id, revision } = await draft(given);
      return { path: `/drafts/${id}`, headers: match(revision), body: { summary: randomUUID() } };
    },
  },
  'DELETE /api/v1/drafts/{id}': {
    about: 'draft',
    refusedBy: { live: 409 },
    spends: true,
    make: async (given) => {
      const { id, revision } = await draft(given);
      return { path: `/drafts/${id}`, headers: match(revision) };
    },
  },
  'POST /api/v1/drafts/{id}/sections': {
    about: 'draft',
    make: async (given) => {
      const { id, outlineRevision } = await draft(given);
      const body = { kind: 'text', heading: '덧붙임', content: prose('덧붙여요.') };
      return { path: `/drafts/${id}/sections`, headers: match(outlineRevision), body };
    },
  },
  'GET /api/v1/drafts/{id}/sections/{sectionId}': {
    about: 'draft',
    make: async (given) => {
      const { id, sections } = await draft(given);
      return { path: `/drafts/${id}/sections/${sections[0]?.id}` };
    },
  },
  'PATCH /api/v1/drafts/{id}/sections/{sectionId}': {
    about: 'draft',
    make: async (given) => {
      const { id, sections } = await draft(given);
      const [section] = sections;
      const path = `/drafts/${id}/sections/${section?.id}`;
      return { path, headers: match(section?.revision ?? 0), body: { content: prose(randomUUID()) } };
    },
  },
  'DELETE /api/v1/drafts/{id}/sections/{sectionId}': {
    about: 'draft',
    spends: true,
    make: async (given) => {
      const { id, outlineRevision, sections } = await draft(given);
      return { path: `/drafts/${id}/sections/${sections[0]?.id}`, headers: match(outlineRevision) };
    },
  },
  'PUT /api/v1/drafts/{id}/outline': {
    about: 'draft',
    make: async (given) => {
      const { id, outlineRevision, sections } = await draft(given);
      const sectionIds = sections.map((section) => section.id).reverse();
      return { path: `/drafts/${id}/outline`, headers: match(outlineRevision), body: { sectionIds } };
    },
  },
  'GET /api/v1/drafts/{id}/readiness': draftRead('/readiness'),
  'GET /api/v1/drafts/{id}/publications': draftRead('/publications'),
  'GET /api/v1/drafts/{id}/publications/{version}': {
    ...draftRead('/publications/1'),
    refusedBy: nothingPublished,
  },
  'POST /api/v1/drafts/{id}/publications/{version}/restore': {
    about: 'draft',
    refusedBy: nothingPublished,
    make: async (given) => {
      const { id, edits } = await draft(given);
      return { path: `/drafts/${id}/publications/1/restore`, headers: match(edits) };
    },
  },
  'POST /api/v1/drafts/{id}/publish': { ...draftRead('/publish'), spends: true },
  'POST /api/v1/drafts/{id}/withdraw': { ...draftRead('/withdraw'), refusedBy: notLive, spends: true },
  'POST /api/v1/drafts/{id}/close': { ...draftRead('/close'), refusedBy: notLive, spends: true },
  'POST /api/v1/drafts/{id}/reopen': {
    about: 'draft',
    refusedBy: notLive,
    spends: true,
    make: async (given) => {
      const { id, state } = await draft(given);
      if (state === 'open') await given.fixtures.colleague.drafts.close(id);
      given.fixtures.lookAgain();
      return { path: `/drafts/${id}/reopen`, body: { closesAt: null } };
    },
  },

  'POST /api/v1/images': { make: () => ({ path: '/images', form: formWith(pngOf(4, 4)) }) },
  'GET /api/v1/images/library': get('/images/library'),
  'PATCH /api/v1/images/{id}': {
    about: 'image',
    make: async (given) => {
      const id = await image(given);
      const { revision } = await given.fixtures.colleague.images.get(id);
      return { path: `/images/${id}`, headers: match(revision), body: { credit: randomUUID() } };
    },
  },
  'DELETE /api/v1/images/{id}': {
    about: 'image',
    refusedBy: { shown: 409 },
    spends: true,
    make: async (given) => ({ path: `/images/${await image(given)}` }),
  },
  'GET /api/v1/images/{id}/uses': {
    about: 'image',
    make: async (given) => ({ path: `/images/${await image(given)}/uses` }),
  },

  'GET /api/healthz': get('/../healthz'),
  'GET /api/readyz': get('/../readyz'),
};

/** Every kind of row that an operation is tried on. Nobody has made anything, and no key is named as an author. */
export function situationsOf(recipe: Recipe, caller: Subject): Situation[] {
  const possible: readonly Relation[] = caller.accountId
    ? relations
    : caller.scopes
      ? ['created', 'foreign']
      : ['foreign'];
  const across = (some: readonly Relation[], states: readonly Situation['state'][]) =>
    some.flatMap((relation) => states.map((state) => ({ relation, state })));
  const unnamed = possible.filter((relation) => relation !== 'named');
  if (recipe.about === 'draft') return across(possible, draftStates);
  if (recipe.about === 'image') return across(unnamed, imageStates);
  if (recipe.about === 'session') return across(caller.accountId ? unnamed : ['foreign'], ['hidden']);
  return [{ relation: 'foreign', state: 'hidden' }];
}

export function formWith(file: Buffer, name = 'picture.png', fields: Record<string, string> = {}) {
  const boundary = 'gonggo-form';
  const texts = Object.entries(fields).map(
    ([field, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`;
  const bytes = Buffer.concat([
    Buffer.from(texts.join('') + head),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { type: `multipart/form-data; boundary=${boundary}`, bytes };
}
