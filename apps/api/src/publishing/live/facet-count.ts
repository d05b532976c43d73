import type { Locale } from '@gonggo/content';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FacetEntry } from './published-posting.ts';

const key = { primaryKeyConstraintName: 'facet_count_pkey' };

/**
 * How many live postings have a value of a facet, so that nobody has to count all rows for each reading. Kept by a
 * trigger of `published_posting` at the end of each transaction, when the feed's counter is held: no two wait for each
 * other. Counts every row but those whose closing is told (`closing_told`): a reading takes off the few that have closed
 * since by the clock and waits for no job.
 */
@Entity('facet_count')
export class FacetCount {
  @PrimaryColumn('text', key) locale!: Locale;
  @PrimaryColumn('text', key) facet!: FacetEntry['facet'];
  @PrimaryColumn('text', key) value!: string;
  /** Postings published before a term was renamed still say its old name. */
  @PrimaryColumn('text', key) name!: string;
  @Column('int') postings!: number;
  /** The newest publication that gave the value this name: of two names the younger one is shown. */
  @Column('timestamptz', { name: 'named_at' }) namedAt!: Date;
}
