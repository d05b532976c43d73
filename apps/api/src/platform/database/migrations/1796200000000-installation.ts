import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gives the installation an id of its own: names in a visitor's browser carry it. */
export class Installation1796200000000 implements MigrationInterface {
  name = 'Installation1796200000000';

  async up(runner: QueryRunner): Promise<void> {
    // A default that is different each time is evaluated for the row there is; no other row is ever made.
    await runner.query(`
      ALTER TABLE setting ADD COLUMN installation text NOT NULL
        DEFAULT right(replace(gen_random_uuid()::text, '-', ''), 12)`);
    await runner.query('ALTER TABLE setting ALTER COLUMN installation DROP DEFAULT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE setting DROP COLUMN installation');
  }
}
