import type { Role, Scope } from '@gonggo/contract';

/**
 * Who may do what, operation by operation: the contract's table of roles, spelled out. Written from the contract;
 * where the code says otherwise, the code is wrong.
 *
 *   yes              always
 *   own              what they created or are named in as an author; of sessions, their own
 *   own unpublished  the same, while it was never published
 *   shown            what something live shows; anything else is not there (404)
 *   –                never: 401 without credentials, 403 with them
 *
 * A key acts as an editor within its scopes: the last column names the scope it needs, `any` = whatever it has.
 */
const table = `
operation                                             none   owner  editor  author           viewer  key

GET    /postings                                      yes    yes    yes     yes              yes     any
GET    /postings/{slug}                               yes    yes    yes     yes              yes     any
GET    /postings/{slug}/jsonld                        yes    yes    yes     yes              yes     any
GET    /postings/{slug}/related                       yes    yes    yes     yes              yes     any
GET    /postings/{slug}/sections/{sectionId}          yes    yes    yes     yes              yes     any
GET    /changes                                       yes    yes    yes     yes              yes     any
GET    /changes/stream                                yes    yes    yes     yes              yes     any
GET    /facets                                        yes    yes    yes     yes              yes     any
GET    /sitemap                                       yes    yes    yes     yes              yes     any
GET    /settings                                      yes    yes    yes     yes              yes     any
GET    /images/{id}                                   shown  yes    yes     yes              yes     drafts:read

POST   /sessions                                      yes    yes    yes     yes              yes     any
POST   /invitations/look-up                           yes    yes    yes     yes              yes     any
POST   /invitations/accept                            yes    yes    yes     yes              yes     any
GET    /sessions                                      –      yes    yes     yes              yes     –
GET    /sessions/current                              –      yes    yes     yes              yes     –
POST   /sessions/current/confirmation                 –      yes    yes     yes              yes     –
DELETE /sessions/current                              –      yes    yes     yes              yes     –
DELETE /sessions/{id}                                 –      own    own     own              own     –
GET    /me                                            –      yes    yes     yes              yes     –
PATCH  /me                                            –      yes    yes     yes              yes     –
POST   /me/password                                   –      yes    yes     yes              yes     –
POST   /me/totp                                       –      yes    yes     yes              yes     –
DELETE /me/totp                                       –      yes    yes     yes              yes     –

GET    /accounts                                      –      yes    –       –                –       –
POST   /accounts                                      –      yes    –       –                –       –
PATCH  /accounts/{id}                                 –      yes    –       –                –       –
DELETE /accounts/{id}/sign-in-delay                   –      yes    –       –                –       –
POST   /accounts/{id}/invitation                      –      yes    –       –                –       –
GET    /api-keys                                      –      yes    –       –                –       –
POST   /api-keys                                      –      yes    –       –                –       –
DELETE /api-keys/{id}                                 –      yes    –       –                –       –
PATCH  /settings                                      –      yes    –       –                –       –
GET    /audit-events                                  –      yes    –       –                –       –
GET    /jobs                                          –      yes    –       –                –       –

GET    /authors                                       –      yes    yes     yes              yes     drafts:read
GET    /taxonomy                                      –      yes    yes     yes              yes     drafts:read
POST   /taxonomy                                      –      yes    yes     –                –       drafts:write
PATCH  /taxonomy/{id}                                 –      yes    yes     –                –       drafts:write
DELETE /taxonomy/{id}                                 –      yes    yes     –                –       drafts:write

GET    /drafts                                        –      yes    yes     yes              yes     drafts:read
POST   /drafts                                        –      yes    yes     yes              –       drafts:write
GET    /drafts/{id}                                   –      yes    yes     yes              yes     drafts:read
PATCH  /drafts/{id}                                   –      yes    yes     own              –       drafts:write
DELETE /drafts/{id}                                   –      yes    yes     own unpublished  –       drafts:write
POST   /drafts/{id}/sections                          –      yes    yes     own              –       drafts:write
GET    /drafts/{id}/sections/{sectionId}              –      yes    yes     yes              yes     drafts:read
PATCH  /drafts/{id}/sections/{sectionId}              –      yes    yes     own              –       drafts:write
DELETE /drafts/{id}/sections/{sectionId}              –      yes    yes     own              –       drafts:write
PUT    /drafts/{id}/outline                           –      yes    yes     own              –       drafts:write
GET    /drafts/{id}/readiness                         –      yes    yes     yes              yes     drafts:read
GET    /drafts/{id}/publications                      –      yes    yes     yes              yes     drafts:read
GET    /drafts/{id}/publications/{version}            –      yes    yes     yes              yes     drafts:read
POST   /drafts/{id}/publications/{version}/restore    –      yes    yes     own              –       drafts:write
POST   /drafts/{id}/publish                           –      yes    yes     –                –       postings:publish
POST   /drafts/{id}/withdraw                          –      yes    yes     –                –       postings:publish
POST   /drafts/{id}/close                             –      yes    yes     –                –       postings:publish
POST   /drafts/{id}/reopen                            –      yes    yes     –                –       postings:publish

POST   /images                                        –      yes    yes     yes              –       images:write
GET    /images/library                                –      yes    yes     yes              yes     drafts:read
PATCH  /images/{id}                                   –      yes    yes     own              –       images:write
DELETE /images/{id}                                   –      yes    yes     own              –       images:write
GET    /images/{id}/uses                              –      yes    yes     yes              yes     drafts:read

GET    /api/healthz                                   yes    yes    yes     yes              yes     any
GET    /api/readyz                                    yes    yes    yes     yes              yes     any
`;

export type Word = 'yes' | 'own' | 'own unpublished' | 'shown' | '–';
export type KeyWord = Scope | 'any' | '–';

export interface Rule {
  none: Word;
  people: Record<Role, Word>;
  key: KeyWord;
}

/** `GET /api/v1/drafts` → who may. */
export const whoMay: ReadonlyMap<string, Rule> = new Map(
  table
    .trim()
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, method = '', path = '', cells = ''] = /^(\w+) +(\S+) {2,}(.*)$/.exec(line) ?? [];
      const [none, owner, editor, author, viewer, key] = cells.split(/ {2,}/);
      const people = { owner, editor, author, viewer } as Record<Role, Word>;
      return [
        `${method} ${path.startsWith('/api/') ? path : `/api/v1${path}`}`,
        { none: none as Word, people, key: key as KeyWord },
      ];
    }),
);
