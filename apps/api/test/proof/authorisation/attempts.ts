import { randomUUID } from 'node:crypto';
import { password } from '../../support/api.ts';
import { pngOf } from '../pictures.ts';
import { anotherSession, type Subject } from './callers.ts';
import { draftRecipes } from './draft-recipes.ts';
import { draftStates, imageStates, type Relation, relations, type Situation } from './fixtures.ts';
import { get, match, type Given, type Recipe } from './recipe.ts';

const image = ({ fixtures, caller, relation, state }: Given) => fixtures.image(caller, { relation, state });

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

const newLink = async (given: Given) => {
  const { url } = await given.fixtures.colleague.accounts.invite(await other(given, 'accounts'));
  return new URL(url ?? '').hash.slice(1);
};

/** How each operation is called so that nothing but the caller can be wrong with it. */
export const recipes: Readonly<Record<string, Recipe>> = {
  'GET /api/v1/postings': get('/postings?status=all'),
  'GET /api/v1/postings/{slug}': posting(''),
  'GET /api/v1/postings/{slug}/jsonld': posting('/jsonld'),
  'GET /api/v1/postings/{slug}/related': posting('/related'),
  'GET /api/v1/postings/{slug}/sections/{sectionId}': posting('/sections/{sectionId}'),
  'GET /api/v1/changes': get('/changes'),
  'GET /api/v1/changes/stream': { make: () => ({ path: '/changes/stream', headOnly: true }) },
  'GET /api/v1/facets': get('/facets'),
  'GET /api/v1/sitemap': get('/sitemap'),
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
  'POST /api/v1/invitations/look-up': {
    make: async (given) => ({ path: '/invitations/look-up', body: { token: await newLink(given) } }),
  },
  'POST /api/v1/invitations/accept': {
    make: async (given) => ({
      path: '/invitations/accept',
      body: { token: await newLink(given), password },
    }),
  },
  'GET /api/v1/sessions': get('/sessions'),
  'GET /api/v1/sessions/current': get('/sessions/current'),
  'POST /api/v1/sessions/current/confirmation': {
    make: () => ({ path: '/sessions/current/confirmation', body: { password } }),
  },
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
  'DELETE /api/v1/accounts/{id}/sign-in-delay': {
    make: async (given) => ({ path: `/accounts/${await other(given, 'accounts')}/sign-in-delay` }),
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
  'GET /api/v1/audit-events': get('/audit-events'),
  'GET /api/v1/jobs': get('/jobs'),

  'GET /api/v1/authors': get('/authors'),
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
    make: async (given) => ({
      path: `/taxonomy/${await other(given, 'taxonomy')}`,
      headers: match(1),
    }),
  },

  ...draftRecipes,

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
    make: async (given) => {
      const id = await image(given);
      const { revision } = await given.fixtures.colleague.images.get(id);
      return { path: `/images/${id}`, headers: match(revision) };
    },
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
