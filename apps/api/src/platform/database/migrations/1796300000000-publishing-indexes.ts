import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each publish asks for by something else than its key: the other languages, and the newest line of a posting. */
export class PublishingIndexes1796300000000 implements MigrationInterface {
  name = 'PublishingIndexes1796300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX published_posting_variant_group_idx ON published_posting (variant_group)',
    );
    await runner.query('CREATE INDEX change_posting_idx ON change (posting_id, seq)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX change_posting_idx');
    await runner.query('DROP INDEX published_posting_variant_group_idx');
  }
}
