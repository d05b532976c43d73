import { type EntityManager, In } from 'typeorm';
import { columnsOf } from '../../drafts/facts.ts';
import { Posting } from '../../drafts/posting.ts';
import { asSlugTaken, isSlugTaken } from '../../drafts/slugs.ts';
import { heldTerms } from '../../taxonomy/held-terms.ts';
import type { Term } from '../../taxonomy/term.ts';
import type { FrozenPosting } from './frozen.ts';

/** Facts as they were published. Terms that are gone are left out; a slug that others have by now stays theirs. */
export async function restoreFacts(
  tx: EntityManager,
  posting: Posting,
  { posting: frozen, origin }: FrozenPosting,
): Promise<void> {
  const { id, locale } = posting;
  const { facts, tags } = frozen;
  const slugTaken = frozen.slug !== posting.slug && (await isSlugTaken(tx, locale, frozen.slug, id));
  const columns = columnsOf(
    {
      ...facts,
      title: frozen.title,
      jobTitle: frozen.jobTitle,
      summary: frozen.summary,
      cover: frozen.cover,
      company: origin.company,
      team: null,
      jobFamily: null,
      slug: slugTaken ? undefined : frozen.slug,
      tagIds: await termIds(
        tx,
        'tag',
        tags.map(({ slug }) => slug),
      ),
      authors: frozen.authors.map((author, n) => ({
        ...author,
        accountId: origin.authorAccounts[n] ?? null,
      })),
    },
    {
      teamId: (await termIds(tx, 'team', facts.team ? [facts.team.slug] : []))[0] ?? null,
      jobFamilyId: (await termIds(tx, 'jobFamily', facts.jobFamily ? [facts.jobFamily] : []))[0] ?? null,
    },
  );
  await tx
    .createQueryBuilder()
    .update(Posting)
    .set({
      ...columns,
      revision: posting.revision + 1,
      outlineRevision: posting.outlineRevision + 1,
      edits: posting.edits + 1,
      updatedAt: () => 'clock_timestamp()',
    })
    .where({ id })
    .execute()
    .catch((error: unknown) => {
      throw asSlugTaken(error, frozen.slug);
    });
}

async function termIds(tx: EntityManager, kind: Term['kind'], slugs: string[]): Promise<string[]> {
  if (!slugs.length) return [];
  const terms = await heldTerms(tx, { kind, slug: In(slugs) });
  return slugs.flatMap((slug) => terms.find((term) => term.slug === slug)?.id ?? []);
}

/**
 * Sections as they were published, under the same ids. One that was deleted since comes back with a revision higher
 * than any it had (`edits` counts all saves), so that nobody's old copy can pass for its present one.
 */
export async function restoreSections(
  tx: EntityManager,
  posting: Posting,
  { posting: frozen }: FrozenPosting,
  by: string,
): Promise<void> {
  const ids = frozen.sections.map(({ id }) => id);
  await tx.query('DELETE FROM section WHERE posting_id = $1 AND id <> ALL($2::uuid[])', [posting.id, ids]);
  for (const [position, { id, kind, heading, content }] of frozen.sections.entries()) {
    await tx.query(
      `INSERT INTO section (id, posting_id, position, kind, heading, content, revision, updated_at, updated_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, clock_timestamp(), $8)
       ON CONFLICT (id) DO UPDATE
          SET position = excluded.position, kind = excluded.kind, heading = excluded.heading, content = excluded.content,
              revision = section.revision + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
      [id, posting.id, position, kind, heading, JSON.stringify(content), posting.edits + 1, by],
    );
  }
}
