import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The columns are documented in the entity. */
const table = `
CREATE TABLE facet_count (
  locale text NOT NULL,
  facet text NOT NULL,
  value text NOT NULL,
  name text NOT NULL,
  postings int NOT NULL,
  named_at timestamptz NOT NULL,
  CONSTRAINT facet_count_pkey PRIMARY KEY (locale, facet, value, name)
);
CREATE INDEX published_posting_told_idx ON published_posting (closing_told, closes_at);
`;

/** Takes off what the row said before and puts on what it says now; a value that no posting has any more is gone. */
const counting = `
CREATE FUNCTION count_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO facet_count AS c (locale, facet, value, name, postings, named_at)
  SELECT locale, facet, value, name, sum(n), max(at) FROM (
    SELECT NEW.locale, f.facet, f.value, f.name, 1 AS n, NEW.updated_at AS at
      FROM jsonb_to_recordset(NEW.facets) AS f(facet text, value text, name text)
     WHERE TG_OP <> 'DELETE' AND NOT NEW.closing_told
    UNION ALL
    SELECT OLD.locale, f.facet, f.value, f.name, -1, OLD.updated_at
      FROM jsonb_to_recordset(OLD.facets) AS f(facet text, value text, name text)
     WHERE TG_OP <> 'INSERT' AND NOT OLD.closing_told) AS moved(locale, facet, value, name, n, at)
   GROUP BY locale, facet, value, name ORDER BY locale, facet, value, name
  ON CONFLICT (locale, facet, value, name) DO UPDATE
     SET postings = c.postings + excluded.postings, named_at = greatest(c.named_at, excluded.named_at);
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM facet_count c USING jsonb_to_recordset(OLD.facets) AS f(facet text, value text, name text)
     WHERE c.locale = OLD.locale AND c.facet = f.facet AND c.value = f.value AND c.name = f.name AND c.postings = 0;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER published_posting_counted AFTER INSERT OR DELETE ON published_posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION count_facets();
CREATE CONSTRAINT TRIGGER published_posting_recounted AFTER UPDATE ON published_posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.facets, OLD.locale, OLD.closing_told, OLD.updated_at)
        IS DISTINCT FROM (NEW.facets, NEW.locale, NEW.closing_told, NEW.updated_at))
  EXECUTE FUNCTION count_facets();
`;

const filling = `
INSERT INTO facet_count (locale, facet, value, name, postings, named_at)
SELECT p.locale, f.facet, f.value, f.name, count(*), max(p.updated_at)
  FROM published_posting p, jsonb_to_recordset(p.facets) AS f(facet text, value text, name text)
 WHERE NOT p.closing_told
 GROUP BY p.locale, f.facet, f.value, f.name;
`;

/** Facets are kept as counts, instead of being counted over all rows at each reading. */
export class FacetCounts1796300001000 implements MigrationInterface {
  name = 'FacetCounts1796300001000';

  async up(runner: QueryRunner): Promise<void> {
    // The triggers before the filling: what others publish meanwhile waits for this transaction.
    for (const part of [table, counting, filling]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER published_posting_counted ON published_posting;
      DROP TRIGGER published_posting_recounted ON published_posting;
      DROP FUNCTION count_facets();
      DROP INDEX published_posting_told_idx;
      DROP TABLE facet_count;`);
  }
}
