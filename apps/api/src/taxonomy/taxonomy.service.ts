import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { slugify } from '@gonggo/content';
import type * as Wire from '@gonggo/contract';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.ts';
import { audit } from '../platform/audit/audit.ts';
import { may } from '../auth/may.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { conflict, notFound, Problem, stale } from '../platform/problem/problem.ts';
import { Term } from './term.ts';

const most = 2000;

const usesSql = `
  SELECT count(*)::int AS uses FROM posting
  WHERE team_id = $1 OR job_family_id = $1 OR tag_ids @> ARRAY[$1::uuid]`;

/** The vocabulary that drafts choose from: teams, job families, tags. */
@Injectable()
export class TaxonomyService {
  constructor(private readonly db: Transactions) {}

  async list(actor: Actor): Promise<Wire.TermList> {
    may(actor, 'read');
    const rows = await this.db.manager.find(Term, {
      order: { kind: 'ASC', nameKo: 'ASC', id: 'ASC' },
      take: most,
    });
    return { data: rows.map(present) };
  }

  add(actor: Actor, body: Wire.NewTerm): Promise<Wire.Term> {
    return this.db.run(async (tx) => {
      may(actor, 'taxonomy');
      const { kind, nameKo, nameEn = '' } = body;
      if ((await tx.count(Term)) >= most)
        throw conflict(`There may be ${most} terms. Delete some you no longer use.`);
      const term = { id: randomUUID(), kind, slug: slugify(body.slug ?? nameKo), nameKo, nameEn };
      const made = await tx
        .createQueryBuilder()
        .insert()
        .into(Term)
        .values(term)
        .orIgnore()
        .returning('id')
        .execute();
      if (!(made.raw as unknown[]).length) throw slugTaken(term.slug);
      return present(await tx.findOneByOrFail(Term, { id: term.id }));
    });
  }

  change(actor: Actor, id: string, revision: number, body: Wire.ChangeTerm): Promise<Wire.Term> {
    return this.db.run(async (tx) => {
      may(actor, 'taxonomy');
      const { nameKo, nameEn } = body;
      const changed = {
        ...(nameKo === undefined ? {} : { nameKo }),
        ...(nameEn === undefined ? {} : { nameEn }),
      };
      const { affected } = await tx.update(Term, { id, revision }, { ...changed, revision: revision + 1 });
      const row = await tx.findOneBy(Term, { id });
      if (!row) throw notFound('such term');
      if (!affected) throw stale(present(row));
      return present(row);
    });
  }

  /** Refused while a draft uses it: it would silently lose what it says. Held, so that none can begin to (`heldTerms`). */
  remove(actor: Actor, id: string, revision: number): Promise<void> {
    return this.db.run(async (tx) => {
      may(actor, 'taxonomy');
      const term = await tx.findOne(Term, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!term) throw notFound('such term');
      if (term.revision !== revision) throw stale(present(term));
      const uses = await usesOf(tx, id);
      if (uses) throw new Problem(409, 'in-use', `It is used by ${uses} postings. Take it out there first.`);
      await tx.delete(Term, { id });
      await audit(tx, actor, 'term.deleted', { kind: 'term', id }, { of: term.kind, slug: term.slug });
    });
  }
}

async function usesOf(tx: EntityManager, id: string): Promise<number> {
  const [row] = await tx.query<{ uses: number }[]>(usesSql, [id]);
  return row?.uses ?? 0;
}

const slugTaken = (slug: string) =>
  new Problem(409, 'slug-taken', `There is a term "${slug}" of this kind already.`);

function present({ id, kind, slug, nameKo, nameEn, revision }: Term): Wire.Term {
  return { id, kind, slug, nameKo, nameEn, revision };
}
