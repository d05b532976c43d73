import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a session's holder last proved again that it is them. */
export class SessionConfirmation1796400000000 implements MigrationInterface {
  name = 'SessionConfirmation1796400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session ADD COLUMN confirmed_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE session DROP COLUMN confirmed_at');
  }
}
