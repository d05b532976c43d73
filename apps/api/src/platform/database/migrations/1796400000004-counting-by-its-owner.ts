import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Facets are counted with the rights of the tables' owner, so that whoever changes a posting needs none on the counts: a
 * release from before them, which serves on while this one migrates or after it was taken back, publishes as ever.
 */
export class CountingByItsOwner1796400000004 implements MigrationInterface {
  name = 'CountingByItsOwner1796400000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        EXECUTE format('ALTER FUNCTION count_facets() SECURITY DEFINER SET search_path = %I, pg_temp',
          (SELECT n.nspname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE p.oid = 'count_facets()'::regprocedure));
      END $$`);
    await runner.query('CREATE INDEX audit_event_action_idx ON audit_event (action, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit_event_action_idx');
    await runner.query('ALTER FUNCTION count_facets() SECURITY INVOKER RESET search_path');
  }
}
