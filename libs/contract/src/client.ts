import type { Locale } from '@gonggo/content';
import type * as Wire from './index.ts';
import { sender, type ClientOptions, type RequestOptions } from './request.ts';

export { ApiProblem, ApiUnreachable, type ApiReply, type ClientOptions } from './request.ts';

/** Filters of the public list. Lists of values mean "any of". */
export interface PostingQuery {
  status?: 'open' | 'closed' | 'all';
  team?: string;
  jobFamily?: string;
  employmentType?: string;
  level?: string;
  location?: string;
  remote?: string;
  tag?: string;
  locale?: Locale;
  sort?: '-publishedAt' | 'publishedAt' | 'closesAt' | 'title';
  limit?: number;
  cursor?: string;
  include?: readonly ('sections' | 'images')[];
}

export interface DraftQuery {
  state?: Wire.DraftState;
  locale?: Locale;
  mine?: boolean;
  limit?: number;
  cursor?: string;
}

/** Filters of the security log. */
export interface AuditQuery {
  actorId?: string;
  subjectId?: string;
  action?: string;
  since?: string;
  until?: string;
  limit?: number;
  cursor?: string;
}

type Once = Pick<RequestOptions, 'idempotencyKey' | 'signal'>;
type Seen = Pick<RequestOptions, 'idempotencyKey' | 'signal' | 'revision'>;

/**
 * The API as functions, one per operation. Changes name the revision they start from; every refusal is thrown
 * as `ApiProblem`, no answer as `ApiUnreachable`.
 */
export function createClient(options: ClientOptions) {
  const send = sender(options);
  const part = (id: string) => encodeURIComponent(id);
  const draft = (id: string) => `/drafts/${part(id)}`;
  const section = (id: string, sectionId: string) => `${draft(id)}/sections/${part(sectionId)}`;

  return {
    /** Any operation by method and path: what the functions below are made of. */
    send,

    postings: {
      list: (query: PostingQuery = {}) =>
        send<Wire.PostingList>('GET', '/postings', { query: query as RequestOptions['query'] }),
      get: (slug: string, locale: Locale = 'ko') =>
        send<Wire.PublishedPosting>('GET', `/postings/${part(slug)}`, { query: { locale } }),
      text: (slug: string, format: 'html' | 'markdown' | 'text', locale: Locale = 'ko') =>
        send<string>('GET', `/postings/${part(slug)}`, { query: { locale, format }, accept: '*/*' }),
      section: (slug: string, sectionId: string, locale: Locale = 'ko') =>
        send<Wire.PublishedSection>('GET', `/postings/${part(slug)}/sections/${part(sectionId)}`, {
          query: { locale },
        }),
      related: (slug: string, locale: Locale = 'ko') =>
        send<Wire.RelatedPostings>('GET', `/postings/${part(slug)}/related`, { query: { locale } }),
      jsonld: (slug: string, locale: Locale = 'ko') =>
        send<object>('GET', `/postings/${part(slug)}/jsonld`, { query: { locale } }),
      changes: (since?: string) => send<Wire.ChangeList>('GET', '/changes', { query: { since } }),
      sitemap: (part?: string) => send<Wire.SitemapPart>('GET', '/sitemap', { query: { part } }),
      facets: (locale?: Locale) => send<Wire.Facets>('GET', '/facets', { query: { locale } }),
    },

    sessions: {
      signIn: (body: Wire.SignIn) => send<Wire.Me>('POST', '/sessions', { body }),
      current: () => send<Wire.Me>('GET', '/sessions/current'),
      signOut: () => send<void>('DELETE', '/sessions/current'),
      list: () => send<Wire.SessionList>('GET', '/sessions'),
      end: (id: string) => send<void>('DELETE', `/sessions/${part(id)}`),
      confirm: (body: Wire.ConfirmSession) => send<void>('POST', '/sessions/current/confirmation', { body }),
    },

    me: {
      get: () => send<Wire.Me>('GET', '/me'),
      change: (body: Wire.ChangeMe) => send<Wire.Me>('PATCH', '/me', { body }),
      changePassword: (body: Wire.ChangePassword) => send<void>('POST', '/me/password', { body }),
      setUpTotp: (body: Wire.SetUpTotp) => send<Wire.TotpSetUp>('POST', '/me/totp', { body }),
      removeTotp: (body: Wire.RemoveTotp) => send<void>('DELETE', '/me/totp', { body }),
    },

    accounts: {
      list: () => send<Wire.AccountList>('GET', '/accounts'),
      add: (body: Wire.NewAccount, once: Once = {}) =>
        send<Wire.NewAccountReply>('POST', '/accounts', { body, ...once }),
      change: (id: string, body: Wire.ChangeAccount) =>
        send<Wire.Account>('PATCH', `/accounts/${part(id)}`, { body }),
      liftDelay: (id: string) => send<void>('DELETE', `/accounts/${part(id)}/sign-in-delay`),
      invite: (id: string) => send<Wire.Invitation>('POST', `/accounts/${part(id)}/invitation`),
      lookUpInvitation: (body: Wire.LookUpInvitation) =>
        send<Wire.OpenInvitation>('POST', '/invitations/look-up', { body }),
      acceptInvitation: (body: Wire.AcceptInvitation) => send<void>('POST', '/invitations/accept', { body }),
    },

    authors: {
      /** Whom a posting may name as its authors; for everybody who reads drafts. */
      list: () => send<Wire.PossibleAuthorList>('GET', '/authors'),
    },

    auditEvents: {
      list: (query: AuditQuery = {}) =>
        send<Wire.AuditEventList>('GET', '/audit-events', { query: query as RequestOptions['query'] }),
    },

    apiKeys: {
      list: () => send<Wire.ApiKeyList>('GET', '/api-keys'),
      add: (body: Wire.NewApiKey, once: Once = {}) =>
        send<Wire.NewApiKeyReply>('POST', '/api-keys', { body, ...once }),
      revoke: (id: string) => send<void>('DELETE', `/api-keys/${part(id)}`),
    },

    settings: {
      get: () => send<Wire.Settings>('GET', '/settings'),
      change: (revision: number, body: Wire.ChangeSettings) =>
        send<Wire.Settings>('PATCH', '/settings', { body, revision }),
    },

    taxonomy: {
      list: () => send<Wire.TermList>('GET', '/taxonomy'),
      add: (body: Wire.NewTerm, once: Once = {}) => send<Wire.Term>('POST', '/taxonomy', { body, ...once }),
      change: (id: string, revision: number, body: Wire.ChangeTerm) =>
        send<Wire.Term>('PATCH', `/taxonomy/${part(id)}`, { body, revision }),
      remove: (id: string, revision: number) => send<void>('DELETE', `/taxonomy/${part(id)}`, { revision }),
    },

    drafts: {
      list: (query: DraftQuery = {}) =>
        send<Wire.DraftList>('GET', '/drafts', { query: query as RequestOptions['query'] }),
      create: (body: Wire.NewDraft, once: Once = {}) =>
        send<Wire.Draft>('POST', '/drafts', { body, ...once }),
      get: (id: string) => send<Wire.Draft>('GET', draft(id)),
      change: (id: string, revision: number, body: Wire.ChangeFacts, more: RequestOptions = {}) =>
        send<Wire.Draft>('PATCH', draft(id), { ...more, body, revision }),
      remove: (id: string, revision: number) => send<void>('DELETE', draft(id), { revision }),

      addSection: (id: string, outlineRevision: number, body: Wire.NewSection, once: Once = {}) =>
        send<Wire.AddedSection>('POST', `${draft(id)}/sections`, {
          body,
          revision: outlineRevision,
          ...once,
        }),
      getSection: (id: string, sectionId: string) => send<Wire.DraftSection>('GET', section(id, sectionId)),
      saveSection: (
        id: string,
        sectionId: string,
        revision: number,
        body: Wire.ChangeSection,
        more: RequestOptions = {},
      ) => send<Wire.DraftSection>('PATCH', section(id, sectionId), { ...more, body, revision }),
      /** Deleting changes the outline: the revision is the outline's. */
      removeSection: (id: string, sectionId: string, outlineRevision: number) =>
        send<Wire.Outline>('DELETE', section(id, sectionId), { revision: outlineRevision }),
      order: (id: string, outlineRevision: number, sectionIds: string[]) =>
        send<Wire.Outline>('PUT', `${draft(id)}/outline`, {
          body: { sectionIds },
          revision: outlineRevision,
        }),

      readiness: (id: string) => send<Wire.Readiness>('GET', `${draft(id)}/readiness`),
      /** `revision` (here and below): the `edits` of the draft that was looked at; left out = whatever it is. */
      publish: (id: string, once: Seen = {}) =>
        send<Wire.PublishedState>('POST', `${draft(id)}/publish`, once),
      withdraw: (id: string, once: Seen = {}) =>
        send<Wire.PublishedState>('POST', `${draft(id)}/withdraw`, once),
      close: (id: string, once: Seen = {}) => send<Wire.PublishedState>('POST', `${draft(id)}/close`, once),
      reopen: (id: string, body: Wire.Reopen, once: Seen = {}) =>
        send<Wire.PublishedState>('POST', `${draft(id)}/reopen`, { body, ...once }),
      publications: (id: string) => send<Wire.PublicationList>('GET', `${draft(id)}/publications`),
      publication: (id: string, version: number) =>
        send<Wire.PublishedPosting>('GET', `${draft(id)}/publications/${version}`),
      /**
       * Puts a publication's facts and sections back into the draft; the public sees nothing of it until publish.
       * It replaces the whole draft, so the revision is `edits`, which counts every save of any part.
       */
      restore: (id: string, version: number, edits: number, once: Once = {}) =>
        send<Wire.Draft>('POST', `${draft(id)}/publications/${version}/restore`, {
          revision: edits,
          ...once,
        }),
    },

    jobs: {
      /** Work that waits, runs or failed: next run and last error. Owners only. */
      list: () => send<Wire.JobList>('GET', '/jobs'),
    },

    images: {
      library: (query: { cursor?: string; limit?: number } = {}) =>
        send<Wire.ImageList>('GET', '/images/library', { query }),
      get: (id: string) => send<Wire.Image>('GET', `/images/${part(id)}`),
      /** `multipart/form-data` with `file` and, if known, `alt`, `credit`, `creditUrl`, `licence` before it. */
      upload: (file: Blob, name: string, words: Wire.ChangeImage = {}, once: Once = {}) => {
        const form = new FormData();
        for (const [field, value] of Object.entries(words)) form.set(field, value);
        form.set('file', file, name);
        return send<Wire.Image>('POST', '/images', { body: form, ...once });
      },
      change: (id: string, revision: number, body: Wire.ChangeImage) =>
        send<Wire.Image>('PATCH', `/images/${part(id)}`, { body, revision }),
      remove: (id: string, revision: number) => send<void>('DELETE', `/images/${part(id)}`, { revision }),
      uses: (id: string) => send<Wire.ImageUseList>('GET', `/images/${part(id)}/uses`),
    },
  };
}

export type Client = ReturnType<typeof createClient>;
