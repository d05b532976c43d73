import { randomUUID } from 'node:crypto';
import { slugify, type Locale } from '@gonggo/content';
import type { ChangeFacts, Draft, DraftList, NewDraft } from '@gonggo/contract';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Account } from '../auth/account.ts';
import type { Actor } from '../auth/actor.ts';
import { audit } from '../platform/audit/audit.ts';
import { may } from '../auth/may.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { badRequest, conflict, stale } from '../platform/problem/problem.ts';
import { checkFacts } from './check-facts.ts';
import { presentDraft } from './draft.presenter.ts';
import { type DraftFilter, listDrafts } from './draft-list.ts';
import { columnsOf } from './facts.ts';
import { findDraft, lockDraft, ownershipOf } from './lock-draft.ts';
import { Posting, type PostingAuthorRow } from './posting.ts';
import { asSlugTaken, freeSlug, isSlugTaken, slugTaken } from './slugs.ts';

/** What authors do with a whole draft and its facts. */
@Injectable()
export class DraftsService {
  constructor(private readonly transactions: Transactions) {}

  list(actor: Actor, filter: DraftFilter): Promise<DraftList> {
    may(actor, 'read');
    return listDrafts(this.transactions.manager, actor, filter);
  }

  async get(actor: Actor, id: string): Promise<Draft> {
    may(actor, 'read');
    const db = this.transactions.manager;
    return presentDraft(db, actor, await findDraft(db, id));
  }

  create(actor: Actor, wanted: NewDraft): Promise<Draft> {
    may(actor, 'create');
    return this.transactions.run(async (tx) => {
      const locale = wanted.locale ?? 'ko';
      const variantGroup = wanted.variantOf ? await joinGroup(tx, wanted.variantOf, locale) : randomUUID();
      const id = randomUUID();
      const row = {
        id,
        variantGroup,
        locale,
        title: wanted.title,
        jobTitle: wanted.jobTitle ?? '',
        authors: await firstAuthor(tx, actor),
        createdBy: actor.accountId,
      };
      if (wanted.slug === undefined) await insertUnderFreeSlug(tx, row, slugify(wanted.title));
      else await insertUnder(tx, row, slugify(wanted.slug));
      return presentDraft(tx, actor, await findDraft(tx, id));
    });
  }

  /** Saves facts; what is missing in `change` stays. Sections and outline keep their revisions. */
  changeFacts(actor: Actor, id: string, revision: number, change: ChangeFacts): Promise<Draft> {
    return this.transactions.run(async (tx) => {
      const posting = await lockDraft(tx, id);
      may(actor, 'edit', ownershipOf(posting));
      if (posting.revision !== revision) throw stale(await presentDraft(tx, actor, posting));

      const columns = columnsOf(change, await checkFacts(tx, change));
      const slug = columns.slug ?? posting.slug;
      if (slug !== posting.slug && (await isSlugTaken(tx, posting.locale, slug, id))) throw slugTaken(slug);
      await tx
        .createQueryBuilder()
        .update(Posting)
        .set({
          ...columns,
          revision: revision + 1,
          edits: posting.edits + 1,
          updatedAt: () => 'clock_timestamp()',
        })
        .where({ id, revision })
        .execute()
        .catch((error: unknown) => {
          throw asSlugTaken(error, slug);
        });
      return presentDraft(tx, actor, await findDraft(tx, id));
    });
  }

  /** Gone for good, except for its publications and, once it was public, the 410 at its address. */
  remove(actor: Actor, id: string, revision: number): Promise<void> {
    return this.transactions.run(async (tx) => {
      const posting = await lockDraft(tx, id);
      may(actor, 'delete', ownershipOf(posting));
      if (posting.revision !== revision) throw stale(await presentDraft(tx, actor, posting));
      if (posting.state === 'live') throw conflict('It is published. Withdraw it first, then delete it.');
      await tx.delete(Posting, { id, revision });
      const { title, slug, version } = posting;
      await audit(tx, actor, 'posting.deleted', { kind: 'posting', id }, { title, slug, version });
    });
  }
}

type NewRow = Pick<
  Posting,
  'id' | 'variantGroup' | 'locale' | 'title' | 'jobTitle' | 'authors' | 'createdBy'
>;

/** The creator signs first; a program names no one. */
async function firstAuthor(tx: EntityManager, { accountId }: Actor): Promise<PostingAuthorRow[]> {
  const account = accountId ? await tx.findOneBy(Account, { id: accountId }) : null;
  return account
    ? [{ accountId: account.id, name: account.name, role: account.byline, avatar: account.avatar }]
    : [];
}

async function joinGroup(tx: EntityManager, variantOf: string, locale: Locale): Promise<string> {
  const other = await tx.findOneBy(Posting, { id: variantOf });
  if (!other)
    throw badRequest('There is no such posting.', [{ pointer: '/variantOf', message: 'Unknown posting.' }]);
  // Two people who add the same language at once: the second one waits here and is refused.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [other.variantGroup]);
  if (await tx.existsBy(Posting, { variantGroup: other.variantGroup, locale })) {
    throw conflict(`This posting exists in this language (${locale}) already: edit that one.`);
  }
  return other.variantGroup;
}

async function insertUnder(tx: EntityManager, row: NewRow, slug: string): Promise<void> {
  if (await isSlugTaken(tx, row.locale, slug)) throw slugTaken(slug);
  await tx.insert(Posting, { ...row, slug }).catch((error: unknown) => {
    throw asSlugTaken(error, slug);
  });
}

/** Whoever loses a race for a slug takes the next number. */
async function insertUnderFreeSlug(tx: EntityManager, row: NewRow, base: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const slug = await freeSlug(tx, row.locale, base);
    const insert = tx
      .createQueryBuilder()
      .insert()
      .into(Posting)
      .values({ ...row, slug })
      .orIgnore();
    await insert.updateEntity(false).returning('id').execute();
    if (await tx.existsBy(Posting, { id: row.id })) return;
  }
  throw slugTaken(base);
}
