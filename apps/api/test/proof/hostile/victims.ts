import { randomUUID } from 'node:crypto';
import type { Person, TestApi } from '../../support/api.ts';
import { aPosting, aReadyDraft, firstSection } from '../../support/postings.ts';
import { anotherSession, type Subject } from '../authorisation/callers.ts';
import { pngOf } from '../pictures.ts';
import type { HostileRequest } from './requests.ts';

/** What hostile requests name, by path parameter, and how its revision is asked for. */
export interface Victims {
  draftId: string;
  sectionId: string;
  slug: string;
  imageId: string;
  termId: string;
  accountId: string;
  keyId: string;
  sessionId: string;
}

/** A published posting with a picture and a tag, a colleague, a key, a session; and as much again that nobody names. */
export async function makeVictims(api: TestApi, owner: Person): Promise<Victims> {
  for (const bystanding of [true, false]) {
    const picture = await owner.images.upload(new Blob([new Uint8Array(pngOf(16, 16))]), 'a.png', {
      alt: '도장',
    });
    const tag = await owner.taxonomy.add({ kind: 'tag', nameKo: randomUUID() });
    const facts = { cover: { imageId: picture.id, alt: '표지' }, tagIds: [tag.id] };
    const posting = await aPosting(owner, facts);
    await owner.drafts.change(posting.id, posting.revision, { summary: '공개하지 않은 고침' });
    await aReadyDraft(owner);
    const { accountId } = await api.account('viewer');
    const { apiKey } = await owner.apiKeys.add({ name: '열쇠', scopes: ['published:read'] });
    const whose = bystanding ? accountId : owner.accountId;
    const { sessionId } = await anotherSession(api, { ...nobody, accountId: whose });
    if (bystanding) continue;
    return {
      draftId: posting.id,
      sectionId: firstSection(posting).id,
      slug: posting.facts.slug,
      imageId: picture.id,
      termId: tag.id,
      accountId,
      keyId: apiKey.id,
      sessionId,
    };
  }
  throw new Error('unreachable');
}

const nobody: Subject = { name: 'nobody', role: null, scopes: null, accountId: null, headers: {} };

/** Path parameters of an operation, filled with what is there. */
export function idsFor(victims: Victims, path: string): Record<string, string> {
  const { draftId, sectionId, slug, imageId, termId, accountId, keyId, sessionId } = victims;
  const ids: Record<string, string> = {
    drafts: draftId,
    images: imageId,
    taxonomy: termId,
    accounts: accountId,
    'api-keys': keyId,
    sessions: sessionId,
  };
  return { id: ids[path.split('/')[3] ?? ''] ?? draftId, sectionId, slug, version: '1' };
}

/** The revision that a right request would name now. What deletes is given one that never comes. */
export async function presentRevision(
  { sql }: TestApi,
  victims: Victims,
  { operation, method }: HostileRequest,
): Promise<number> {
  if (method === 'DELETE') return 2_147_483_647;
  const [, resource = '', , part, inner] = operation
    .replace(/^\w+ \/api/, '')
    .split('/')
    .slice(1);
  const of = (table: string, id: string, column = 'revision') =>
    sql<{ n: number }>(`SELECT ${column} AS n FROM ${table} WHERE id::text = $1`, [id]);
  const { draftId, sectionId, imageId, termId } = victims;
  const [row] = await (resource === 'settings'
    ? of('setting', '1')
    : resource === 'taxonomy'
      ? of('term', termId)
      : resource === 'images'
        ? of('image', imageId)
        : part === undefined
          ? of('posting', draftId)
          : inner === undefined
            ? of('posting', draftId, 'outline_revision')
            : of('section', sectionId));
  return row?.n ?? 1;
}
