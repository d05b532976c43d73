import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How many bytes the sections of a posting hold together, kept beside it: a save adds its own difference instead of
 * writing out all sections to measure them. A trigger, so that it is right whichever release writes.
 */
const counting = `
ALTER TABLE posting ADD content_bytes int NOT NULL DEFAULT 0;
CREATE FUNCTION measure_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE posting
     SET content_bytes = content_bytes
         + coalesce(octet_length(NEW.content::text), 0) - coalesce(octet_length(OLD.content::text), 0)
   WHERE id = coalesce(NEW.posting_id, OLD.posting_id);
  RETURN NULL;
END $$;
CREATE TRIGGER section_measured AFTER INSERT OR DELETE ON section
  FOR EACH ROW EXECUTE FUNCTION measure_content();
CREATE TRIGGER section_measured_again AFTER UPDATE OF content ON section
  FOR EACH ROW WHEN (OLD.content IS DISTINCT FROM NEW.content) EXECUTE FUNCTION measure_content();
UPDATE posting SET content_bytes = measured.bytes
  FROM (SELECT posting_id, sum(octet_length(content::text)) AS bytes FROM section GROUP BY posting_id) AS measured
 WHERE measured.posting_id = posting.id;
`;

export class ContentBytes1796300004000 implements MigrationInterface {
  name = 'ContentBytes1796300004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(counting);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER section_measured ON section;
      DROP TRIGGER section_measured_again ON section;
      DROP FUNCTION measure_content();
      ALTER TABLE posting DROP content_bytes;`);
  }
}
