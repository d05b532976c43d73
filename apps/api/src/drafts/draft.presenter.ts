import { imageIdsIn } from '@gonggo/content';
import type { Draft, DraftSection, DraftState, Outline } from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.ts';
import { can } from '../auth/may.ts';
import { imageInfos } from '../images/image-info.ts';
import { factsOf } from './facts.ts';
import { ownershipOf } from './lock-draft.ts';
import type { Posting, PostingState } from './posting.ts';
import { Section } from './section.ts';
import { Vocabulary } from './vocabulary.ts';

export const sectionsOf = (db: EntityManager, postingId: string): Promise<Section[]> =>
  db.find(Section, { where: { postingId }, order: { position: 'ASC', id: 'ASC' } });

export function presentSection(section: Omit<Section, 'postingId' | 'position'>): DraftSection {
  const { id, kind, heading, content, revision, updatedAt, updatedBy } = section;
  return { id, kind, heading, content, revision, updatedAt: updatedAt.toISOString(), updatedBy };
}

export async function presentOutline(db: EntityManager, posting: Posting): Promise<Outline> {
  const sections = await db.find(Section, {
    select: { id: true },
    where: { postingId: posting.id },
    order: { position: 'ASC', id: 'ASC' },
  });
  return { revision: posting.outlineRevision, sectionIds: sections.map(({ id }) => id) };
}

/** A live posting is open or closed by the database's clock. */
export const stateOf = (state: PostingState, closed: boolean): DraftState =>
  state === 'live' ? (closed ? 'closed' : 'open') : state;

/** Never published, or something was saved since it was. */
export const isChanged = ({
  version,
  edits,
  publishedEdits,
}: Pick<Posting, 'version' | 'edits' | 'publishedEdits'>) => version === 0 || edits !== publishedEdits;

export const pictureIds = (posting: Posting, sections: Section[]): Set<string> =>
  new Set([
    ...(posting.coverImageId ? [posting.coverImageId] : []),
    ...posting.authors.flatMap(({ avatar }) => avatar ?? []),
    ...imageIdsIn(sections),
  ]);

/** The whole draft, as the actor may see and use it. */
export async function presentDraft(db: EntityManager, actor: Actor, posting: Posting): Promise<Draft> {
  const sections = await sectionsOf(db, posting.id);
  const { closed, variants } = await standing(db, posting);
  const ownership = ownershipOf(posting);
  return {
    id: posting.id,
    locale: posting.locale,
    state: stateOf(posting.state, closed),
    revision: posting.revision,
    outlineRevision: posting.outlineRevision,
    edits: posting.edits,
    facts: factsOf(posting, await Vocabulary.of(db, [posting])),
    sections: sections.map(presentSection),
    images: await imageInfos(db, pictureIds(posting, sections)),
    version: posting.version,
    changed: isChanged(posting),
    variants,
    createdBy: posting.createdBy,
    createdAt: posting.createdAt.toISOString(),
    updatedAt: posting.updatedAt.toISOString(),
    mayEdit: can(actor, 'edit', ownership),
    mayPublish: can(actor, 'publish', ownership),
  };
}

async function standing(
  db: EntityManager,
  { id, variantGroup }: Posting,
): Promise<{ closed: boolean; variants: Draft['variants'] }> {
  const live: { closed: boolean }[] = await db.query(
    'SELECT coalesce(closes_at <= clock_now(), false) AS closed FROM published_posting WHERE posting_id = $1',
    [id],
  );
  const variants: Draft['variants'] = await db.query(
    'SELECT id, locale FROM posting WHERE variant_group = $1 AND id <> $2 ORDER BY locale',
    [variantGroup, id],
  );
  return { closed: live[0]?.closed ?? false, variants };
}
