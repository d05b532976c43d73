import type { MigrationInterface, QueryRunner } from 'typeorm';

const words = `jsonb_build_object(
  'alt', i.alt, 'credit', i.credit, 'creditUrl', i.credit_url, 'licence', i.licence)`;

/** The view with what anybody may know of an image; only where its words come from differs. */
const view = (word: (key: string, column: string) => string) => `
CREATE OR REPLACE VIEW published_image WITH (security_barrier) AS
  SELECT id, width, height, thumbhash, ${word('alt', 'alt')}, ${word('credit', 'credit')},
         ${word('creditUrl', 'credit_url')}, ${word('licence', 'licence')}, created_at
  FROM image
  WHERE EXISTS (SELECT FROM published_posting WHERE image_ids @> ARRAY[image.id])
     OR EXISTS (SELECT FROM setting WHERE image.id IN (logo, home_image));
`;

/** What the public reads of an image are the words at its publishing; who changes them later does not publish. */
export class PublishedWords1796300003000 implements MigrationInterface {
  name = 'PublishedWords1796300003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE image ADD published_words jsonb');
    await runner.query(
      `UPDATE image i SET published_words = ${words} FROM published_image WHERE published_image.id = i.id`,
    );
    // A release before this one publishes without them: then the words are the library's.
    await runner.query(
      view((key, column) => `coalesce(published_words ->> '${key}', ${column}) AS ${column}`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(view((_, column) => column));
    await runner.query('ALTER TABLE image DROP published_words');
  }
}
