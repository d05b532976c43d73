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
import type { Actor } from '../accounts/actor.ts';
import { may } from '../accounts/may.ts';
import { Transactions } from '../database/transactions.ts';
import { missingImages } from '../database/missing-images.ts';
import { badRequest, notFound, Problem, stale } from '../problem/problem.ts';
import { presentOutline, presentSection } from './draft.presenter.ts';
import { lockDraft, ownershipOf } from './lock-draft.ts';
import { checkSize, contentBytes } from './posting-size.ts';
import { Posting } from './posting.ts';
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
          : await checked(tx, wanted.kind, wanted.content);

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
      if (wanted.content !== undefined) await checkSize(tx, postingId, 0);
      await touchOutline(tx, posting);
      return {
        section: presentSection(await findSection(tx, postingId, id)),
        outline: await presentOutline(tx, posting),
      };
    });
  }

  /** One winner per revision: the update names it, and whoever finds it gone gets the stored copy. */
  save(
    actor: Actor,
    postingId: string,
    id: string,
    revision: number,
    change: ChangeSection,
  ): Promise<DraftSection> {
    return this.transactions.run(async (tx) => {
      const posting = await lockDraft(tx, postingId);
      may(actor, 'edit', ownershipOf(posting));
      const before = await findSection(tx, postingId, id);
      if (before.revision !== revision) throw stale(presentSection(before));
      const content = change.content === undefined ? null : await checked(tx, before.kind, change.content);
      const bytesBefore = content ? await contentBytes(tx, postingId) : 0;

      const [saved]: [unknown[], number] = await tx.query(
        `UPDATE section
            SET heading = coalesce($4, heading), content = coalesce($5::jsonb, content),
                revision = revision + 1, updated_at = clock_timestamp(), updated_by = $6
          WHERE id = $1 AND posting_id = $2 AND revision = $3
          RETURNING id`,
        [id, postingId, revision, change.heading ?? null, content && JSON.stringify(content), actor.name],
      );
      const after = await findSection(tx, postingId, id);
      if (!saved.length) throw stale(presentSection(after));
      if (content) await checkSize(tx, postingId, bytesBefore);
      await touch(tx, posting);
      return presentSection(after);
    });
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

async function touch(tx: EntityManager, posting: Posting): Promise<void> {
  await tx.query('UPDATE posting SET edits = edits + 1, updated_at = clock_timestamp() WHERE id = $1', [
    posting.id,
  ]);
}

async function touchOutline(tx: EntityManager, posting: Posting): Promise<void> {
  posting.outlineRevision += 1;
  await tx.query(
    'UPDATE posting SET outline_revision = $2, edits = edits + 1, updated_at = clock_timestamp() WHERE id = $1',
    [posting.id, posting.outlineRevision],
  );
}

/** The copy to store of what was sent: 400 with pointers into the body, or 413 that names the limit. */
async function checked(tx: EntityManager, kind: SectionKind, sent: unknown): Promise<SectionContent> {
  const parsed = parseSectionContent(kind, sent);
  if (!parsed.ok) {
    const errors = parsed.errors.map(({ pointer, message }) => ({ pointer: `/content${pointer}`, message }));
    if (parsed.tooLarge) throw new Problem(413, 'too-large', parsed.tooLarge, { errors });
    throw invalid('The content is not what a section of this kind holds: see `errors`.', errors);
  }
  const missing = await missingImages(tx, imageIdsIn([{ content: parsed.content }]));
  if (missing.length) {
    const errors = missing.map((id) => ({ pointer: '/content', message: `There is no image ${id}.` }));
    throw invalid('The content shows images that do not exist: upload them first.', errors);
  }
  return parsed.content;
}

const invalid = (detail: string, errors: { pointer: string; message: string }[]) =>
  new Problem(400, 'invalid-document', detail, { errors });
