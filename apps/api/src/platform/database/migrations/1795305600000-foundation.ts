import type { MigrationInterface, QueryRunner } from 'typeorm';
import { accounts } from './foundation/accounts.ts';
import { drafts } from './foundation/drafts.ts';
import { images } from './foundation/images.ts';
import { publishing } from './foundation/publishing.ts';

/**
 * The database's clock. Every decision about time asks it, so that all processes agree and tests can move it.
 * STABLE and a single expression: the planner inlines it and can use indexes.
 */
const clock = `
CREATE FUNCTION clock_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  AS 'SELECT statement_timestamp()';
`;

/** Everything the first release needs, in one transaction: killed at any moment, it has not happened. */
export class Foundation1795305600000 implements MigrationInterface {
  name = 'Foundation1795305600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [clock, accounts, drafts, publishing, images]) await runner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('There is nothing before the foundation: drop the database instead.');
  }
}
