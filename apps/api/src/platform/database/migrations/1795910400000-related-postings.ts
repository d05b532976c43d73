import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what else is open in a team, a job family or a language without reading every row. */
export class RelatedPostings1795910400000 implements MigrationInterface {
  name = 'RelatedPostings1795910400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX published_posting_team_idx ON published_posting (locale, team, first_published_at, posting_id);
      CREATE INDEX published_posting_family_idx ON published_posting (locale, job_family, first_published_at, posting_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX published_posting_team_idx, published_posting_family_idx');
  }
}
