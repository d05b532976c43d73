import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The security log is read by who did it and by whom or what it was about. */
export class AuditEventIndexes1796400000001 implements MigrationInterface {
  name = 'AuditEventIndexes1796400000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX audit_event_actor_idx ON audit_event (actor_id, at)');
    await runner.query('CREATE INDEX audit_event_subject_idx ON audit_event (subject_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX audit_event_subject_idx, audit_event_actor_idx');
  }
}
