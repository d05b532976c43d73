import { randomUUID } from 'node:crypto';
import { get, match, type Given, type Recipe } from './recipe.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const prose = (text: string) => ({
  intro: '',
  body: { version: 1, doc: { type: 'doc', content: [paragraph(text)] } },
});
const draft = ({ fixtures, caller, relation, state }: Given) => fixtures.draft(caller, { relation, state });
const notLive = { unpublished: 409, withdrawn: 409 };
const nothingPublished = { unpublished: 404 };

const draftRead = (rest: string): Recipe => ({
  about: 'draft',
  make: async (given) => ({ path: `/drafts/${(await draft(given)).id}${rest}` }),
});

/** How drafts are called: their facts, sections, outline and publications. */
export const draftRecipes: Readonly<Record<string, Recipe>> = {
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
};
