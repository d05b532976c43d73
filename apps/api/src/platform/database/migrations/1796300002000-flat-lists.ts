import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the list by closing is read by, so that a page costs the same however many there are. */
export class FlatLists1796300002000 implements MigrationInterface {
  name = 'FlatLists1796300002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX published_posting_closing_order_idx
      ON published_posting (coalesce(closes_at, 'infinity'), posting_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX published_posting_closing_order_idx');
  }
}
