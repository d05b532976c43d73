import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Networks that accounts signed in from, so that others' tries do not slow them down there. */
export class KnownPlace1796400000002 implements MigrationInterface {
  name = 'KnownPlace1796400000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE known_place (
        key text NOT NULL,
        account_id uuid NOT NULL,
        seen_at timestamptz NOT NULL,
        CONSTRAINT known_place_pkey PRIMARY KEY (key),
        CONSTRAINT known_place_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX known_place_account_id_idx ON known_place (account_id)');
    await runner.query('CREATE INDEX known_place_seen_at_idx ON known_place (seen_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE known_place');
  }
}
