/** Pictures, their files, and what of them is public. Columns are documented in the entities. */
export const images = `
CREATE TABLE image (
  id uuid NOT NULL,
  name text NOT NULL,
  width int NOT NULL,
  height int NOT NULL,
  bytes int NOT NULL,
  hash text NOT NULL,
  type text NOT NULL,
  graphic boolean NOT NULL,
  thumbhash text NOT NULL,
  alt text NOT NULL DEFAULT '',
  credit text NOT NULL DEFAULT '',
  credit_url text NOT NULL DEFAULT '',
  licence text NOT NULL DEFAULT 'unknown',
  revision int NOT NULL DEFAULT 1,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT image_pkey PRIMARY KEY (id),
  CONSTRAINT image_licence_check CHECK (licence IN ('own', 'cc0', 'cc-by', 'cc-by-sa', 'licensed', 'quotation', 'unknown')),
  CONSTRAINT image_type_check CHECK (type IN ('jpeg', 'png', 'webp', 'gif'))
);
CREATE INDEX image_created_at_idx ON image (created_at, id);
CREATE UNIQUE INDEX image_hash_key ON image (hash);

CREATE TABLE image_variant (
  id uuid NOT NULL,
  image_id uuid NOT NULL,
  width int NOT NULL,
  height int NOT NULL,
  format text NOT NULL,
  bytes int NOT NULL,
  etag text NOT NULL,
  CONSTRAINT image_variant_pkey PRIMARY KEY (id),
  CONSTRAINT image_variant_format_check CHECK (format IN ('original', 'webp', 'avif')),
  CONSTRAINT image_variant_image_id_fkey FOREIGN KEY (image_id) REFERENCES image(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX image_variant_file_key ON image_variant (image_id, format, width);

CREATE TABLE image_chunk (
  variant_id uuid NOT NULL,
  n int NOT NULL,
  data bytea NOT NULL,
  CONSTRAINT image_chunk_pkey PRIMARY KEY (variant_id, n),
  CONSTRAINT image_chunk_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES image_variant(id) ON DELETE CASCADE
);

-- The bytes are compressed already.
ALTER TABLE image_chunk ALTER COLUMN data SET STORAGE EXTERNAL;

-- Every image that a document names, however deep: what "used" means. Indexed, so that nobody has to keep a list.
CREATE FUNCTION image_ids_in(document jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT id #>> '{}'), '{}')
  FROM (SELECT jsonb_path_query(document, '$.**.imageId')
        UNION ALL SELECT jsonb_path_query(document, '$.**.avatar')) AS found (id)
  WHERE jsonb_typeof(id) = 'string'
$$;
CREATE INDEX posting_images_idx ON posting USING gin (array_append(image_ids_in(authors), cover_image_id::text));
CREATE INDEX section_images_idx ON section USING gin (image_ids_in(content));
CREATE INDEX publication_images_idx ON publication USING gin (image_ids_in(document::jsonb));

-- A picture is public while a live posting or the site itself shows it. These views are all that the reader may see.
CREATE VIEW published_image WITH (security_barrier) AS
  SELECT id, width, height, thumbhash, alt, credit, credit_url, licence, created_at
  FROM image
  WHERE EXISTS (SELECT FROM published_posting WHERE image_ids @> ARRAY[image.id])
     OR EXISTS (SELECT FROM setting WHERE image.id IN (logo, home_image));
CREATE VIEW published_image_variant WITH (security_barrier) AS
  SELECT v.id, v.image_id, v.width, v.height, v.format, v.bytes, v.etag
  FROM image_variant v JOIN published_image ON published_image.id = v.image_id
  WHERE v.format <> 'original';
CREATE VIEW published_image_chunk WITH (security_barrier) AS
  SELECT c.variant_id, c.n, c.data
  FROM image_chunk c JOIN published_image_variant v ON v.id = c.variant_id;
`;
