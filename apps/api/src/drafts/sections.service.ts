import { randomUUID } from 'node:crypto';
import { blankContent, imageIdsIn, type SectionContent, type SectionKind } from '@gonggo/content';
import { parseSectionContent } from '@gonggo/content/schema';
import {
  type AddedSection,
  type ChangeSection,
  type DraftSection,
  type NewSection,
  type Outline,
  postingLimits,
} from '@gonggo/contract';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.ts';
import { may } from '../auth/may.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { missingImages } from '../images/missing-images.ts';
import { prepared } from '../platform/database/prepared.ts';
import { badRequest, notFound, Problem, stale } from '../platform/problem/problem.ts';
import { presentOutline, presentSection } from './draft.presenter.ts';
import { findDraft, lockDraft, ownershipOf } from './lock-draft.ts';
import { checkSize, tooMuch } from './posting-size.ts';
import type { Posting } from './posting.ts';
import { beforeSave, saveStatement, type BeforeSave, type SavedSection } from './save-section.sql.ts';
import { Section } from './section.ts';

/** What authors do with one section and with the order of all. */
@Injectable()
export class SectionsService {
  constructor(private readonly transactions: Transactions) {}

  async get(actor: Actor, postingId: string, id: string): Promise<DraftSection> {
    may(actor, 'read');
    return presentSection(await findSection(this.transactions.manager, postingId, id));
  }

  add(actor: Actor, postingId: string, outlineRevision: number, wanted: NewSection): Promise<AddedSection> {
    return this.transactions.run(async (tx) => {
      const posting = await this.lockOutline(tx, actor, postingId, outlineRevision);
      const count = await tx.countBy(Section, { postingId });
      if (count >= postingLimits.sections)
        throw badRequest(`A posting has ${postingLimits.sections} sections at most.`);
      const content =
        wanted.content === undefined
          ? blankContent(wanted.kind, posting.closesAtZone)
          : await held(tx, checked(wanted.kind, wanted.content));

      const position = Math.min(wanted.position ?? count, count);
      const id = randomUUID();
      await tx.query('UPDATE section SET position = position + 1 WHERE posting_id = $1 AND position >= $2', [
        postingId,
        position,
      ]);
      await tx.query(
        `INSERT INTO section (id, posting_id, position, kind, heading, content, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp(), $7)`,
        [id, postingId, position, wanted.kind, wanted.heading ?? '', JSON.stringify(content), actor.name],
      );
      if (wanted.content !== undefined) await checkSize(tx, postingId);
      await touchOutline(tx, posting);
      return {
        section: presentSection(await findSection(tx, postingId, id)),
        outline: await presentOutline(tx, posting),
      };
    });
  }

  /** One winner per revision: the update names it, and whoever finds it gone gets the stored copy. */
  async save(
    actor: Actor,
    postingId: string,
    id: string,
    revision: number,
    change: ChangeSection,
  ): Promise<DraftSection> {
    const db = this.transactions.manager;
    const [before] = await prepared<BeforeSave>(db, beforeSave, [postingId, id]);
    if (!before) throw notFound('such draft');
    may(actor, 'edit', ownershipOf(before));
    if (before.kind === null || before.revision !== revision)
      throw stale(presentSection(await findSection(db, postingId, id)));
    const content = change.content === undefined ? null : checked(before.kind, change.content);
    const images = content ? [...imageIdsIn([{ content }])] : [];
    const values = [
      ...[postingId, id, revision, change.heading ?? null, content && JSON.stringify(content), actor.name],
      ...[images, postingLimits.contentBytes],
    ];
    const [saved] = await prepared<SavedSection>(db, saveStatement, values);
    if (saved) return presentSection(saved);
    throw await whyNot(db, { postingId, id, revision, content, images });
  }

  remove(actor: Actor, postingId: string, id: string, outlineRevision: number): Promise<Outline> {
    return this.transactions.run(async (tx) => {
      const posting = await this.lockOutline(tx, actor, postingId, outlineRevision);
      const { position } = await findSection(tx, postingId, id);
      await tx.delete(Section, { id, postingId });
      await tx.query('UPDATE section SET position = position - 1 WHERE posting_id = $1 AND position > $2', [
        postingId,
        position,
      ]);
      await touchOutline(tx, posting);
      return presentOutline(tx, posting);
    });
  }

  order(actor: Actor, postingId: string, outlineRevision: number, sectionIds: string[]): Promise<Outline> {
    return this.transactions.run(async (tx) => {
      const posting = await this.lockOutline(tx, actor, postingId, outlineRevision);
      const { sectionIds: present } = await presentOutline(tx, posting);
      const wanted = new Set(sectionIds);
      if (
        wanted.size !== sectionIds.length ||
        wanted.size !== present.length ||
        !present.every((id) => wanted.has(id))
      ) {
        throw badRequest('Name exactly the sections of this draft, each once.', [
          { pointer: '/sectionIds', message: 'Sections are missing, foreign or named twice.' },
        ]);
      }
      await tx.query(
        `UPDATE section s SET position = o.position - 1
           FROM unnest($2::uuid[]) WITH ORDINALITY AS o(id, position)
          WHERE s.id = o.id AND s.posting_id = $1`,
        [postingId, sectionIds],
      );
      await touchOutline(tx, posting);
      return presentOutline(tx, posting);
    });
  }

  private async lockOutline(
    tx: EntityManager,
    actor: Actor,
    postingId: string,
    revision: number,
  ): Promise<Posting> {
    const posting = await lockDraft(tx, postingId);
    may(actor, 'edit', ownershipOf(posting));
    if (posting.outlineRevision !== revision) throw stale(await presentOutline(tx, posting));
    return posting;
  }
}

async function findSection(db: EntityManager, postingId: string, id: string): Promise<Section> {
  const section = await db.findOneBy(Section, { id, postingId });
  if (!section) throw notFound('such section in this draft');
  return section;
}

async function touchOutline(tx: EntityManager, posting: Posting): Promise<void> {
  posting.outlineRevision += 1;
  await tx.query(
    'UPDATE posting SET outline_revision = $2, edits = edits + 1, updated_at = clock_timestamp() WHERE id = $1',
    [posting.id, posting.outlineRevision],
  );
}

/** The copy to store of what was sent: 400 with pointers into the body, or 413 that names the limit. */
function checked(kind: SectionKind, sent: unknown): SectionContent {
  const parsed = parseSectionContent(kind, sent);
  if (parsed.ok) return parsed.content;
  const errors = parsed.errors.map(({ pointer, message }) => ({ pointer: `/content${pointer}`, message }));
  if (parsed.tooLarge) throw new Problem(413, 'too-large', parsed.tooLarge, { errors });
  throw invalid('The content is not what a section of this kind holds: see `errors`.', errors);
}

/** The content whose images are held until the transaction ends. */
async function held(tx: EntityManager, content: SectionContent): Promise<SectionContent> {
  const missing = await missingImages(tx, imageIdsIn([{ content }]));
  if (missing.length) throw noSuchImages(missing);
  return content;
}

/** What the statement of a save found, told apart afterwards: the refusals are rare, the saves are not. */
async function whyNot(
  db: EntityManager,
  {
    postingId,
    id,
    revision,
    content,
    images,
  }: { postingId: string; id: string; revision: number; content: SectionContent | null; images: string[] },
): Promise<Problem> {
  const [section, posting] = [await findSection(db, postingId, id), await findDraft(db, postingId)];
  if (section.revision !== revision || !content) return stale(presentSection(section));
  const missing = await missingImages(db, images);
  if (missing.length) return noSuchImages(missing);
  const size = (one: SectionContent) => Buffer.byteLength(JSON.stringify(one));
  return tooMuch(posting.contentBytes - size(section.content) + size(content));
}

function noSuchImages(missing: string[]): Problem {
  const errors = missing.map((id) => ({ pointer: '/content', message: `There is no image ${id}.` }));
  return invalid('The content shows images that do not exist: upload them first.', errors);
}

const invalid = (detail: string, errors: { pointer: string; message: string }[]) =>
  new Problem(400, 'invalid-document', detail, { errors });
