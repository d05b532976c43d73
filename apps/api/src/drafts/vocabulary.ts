import type { Locale } from '@gonggo/content';
import { type EntityManager, In } from 'typeorm';
import { Term } from '../taxonomy/term.ts';

/** The terms some postings refer to, by id. */
export class Vocabulary {
  private constructor(
    private readonly terms: ReadonlyMap<string, Pick<Term, 'slug' | 'nameKo' | 'nameEn'>>,
  ) {}

  static async of(
    db: EntityManager,
    postings: { teamId: string | null; jobFamilyId: string | null; tagIds: string[] }[],
  ): Promise<Vocabulary> {
    const ids = postings.flatMap(({ teamId, jobFamilyId, tagIds }) => [teamId, jobFamilyId, ...tagIds]);
    const known = [...new Set(ids.filter((id) => id !== null))];
    const terms = known.length ? await db.findBy(Term, { id: In(known) }) : [];
    return Vocabulary.from(terms);
  }

  /** Of terms that are loaded already. */
  static from(terms: Pick<Term, 'id' | 'slug' | 'nameKo' | 'nameEn'>[]): Vocabulary {
    return new Vocabulary(new Map(terms.map((term) => [term.id, term])));
  }

  slug(id: string | null): string | null {
    return (id && this.terms.get(id)?.slug) || null;
  }

  /** Slug and name in a language; null where the term is gone. */
  named(id: string | null, locale: Locale): { slug: string; name: string } | null {
    const term = id ? this.terms.get(id) : undefined;
    return term ? { slug: term.slug, name: (locale === 'en' && term.nameEn) || term.nameKo } : null;
  }
}
