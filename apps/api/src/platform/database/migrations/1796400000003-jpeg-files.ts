import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A JPEG of every image, for programs that know no WebP: a job makes those of images that are there already. */
export class JpegFiles1796400000003 implements MigrationInterface {
  name = 'JpegFiles1796400000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE image_variant DROP CONSTRAINT image_variant_format_check,
        ADD CONSTRAINT image_variant_format_check CHECK (format IN ('original', 'webp', 'avif', 'jpeg'))`);
    await runner.query(`
      INSERT INTO job (id, kind, payload, run_at, unique_key, max_attempts)
      SELECT gen_random_uuid(), 'make-jpeg', jsonb_build_object('imageId', id), now(), 'make-jpeg:' || id, 5
        FROM image
      ON CONFLICT (unique_key) WHERE done_at IS NULL DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM image_variant WHERE format = 'jpeg'`);
    await runner.query(`
      ALTER TABLE image_variant DROP CONSTRAINT image_variant_format_check,
        ADD CONSTRAINT image_variant_format_check CHECK (format IN ('original', 'webp', 'avif'))`);
  }
}
