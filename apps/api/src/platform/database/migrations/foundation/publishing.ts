/** What the world reads, and the work that follows. Columns are documented in the entities. */
export const publishing = `
CREATE TABLE publication (
  id uuid NOT NULL,
  posting_id uuid NOT NULL,
  version int NOT NULL,
  document text NOT NULL,
  shape_version int NOT NULL,
  hash text NOT NULL,
  title text NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text,
  CONSTRAINT publication_pkey PRIMARY KEY (id),
  CONSTRAINT publication_posting_version_key UNIQUE (posting_id, version)
);

CREATE TABLE published_posting (
  posting_id uuid NOT NULL,
  variant_group uuid NOT NULL,
  locale text NOT NULL,
  slug text NOT NULL,
  version int NOT NULL,
  closes_at timestamptz,
  closing_told boolean NOT NULL DEFAULT false,
  open_json text NOT NULL,
  open_json_etag text NOT NULL,
  open_html text NOT NULL,
  open_html_etag text NOT NULL,
  open_markdown text NOT NULL,
  open_markdown_etag text NOT NULL,
  open_text text NOT NULL,
  open_text_etag text NOT NULL,
  open_jsonld text NOT NULL,
  open_jsonld_etag text NOT NULL,
  open_item text NOT NULL,
  closed_json text NOT NULL,
  closed_json_etag text NOT NULL,
  closed_html text NOT NULL,
  closed_html_etag text NOT NULL,
  closed_markdown text NOT NULL,
  closed_markdown_etag text NOT NULL,
  closed_text text NOT NULL,
  closed_text_etag text NOT NULL,
  closed_jsonld text NOT NULL,
  closed_jsonld_etag text NOT NULL,
  closed_item text NOT NULL,
  title text COLLATE "ko-KR-x-icu" NOT NULL,
  team text,
  job_family text,
  employment_type text,
  level text,
  remote text,
  locations text[] NOT NULL DEFAULT '{}',
  tags text[] NOT NULL DEFAULT '{}',
  facets jsonb NOT NULL DEFAULT '[]',
  image_ids uuid[] NOT NULL DEFAULT '{}',
  first_published_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  made_with text NOT NULL,
  rendered_at timestamptz NOT NULL,
  CONSTRAINT published_posting_pkey PRIMARY KEY (posting_id),
  CONSTRAINT published_posting_locale_slug_key UNIQUE (locale, slug)
);
-- Ready to send as they lie: not compressed by the database, so that no reading has to unpack them.
ALTER TABLE published_posting
  ALTER open_json SET STORAGE EXTERNAL, ALTER open_html SET STORAGE EXTERNAL,
  ALTER open_markdown SET STORAGE EXTERNAL, ALTER open_text SET STORAGE EXTERNAL,
  ALTER open_jsonld SET STORAGE EXTERNAL, ALTER open_item SET STORAGE EXTERNAL,
  ALTER closed_json SET STORAGE EXTERNAL, ALTER closed_html SET STORAGE EXTERNAL,
  ALTER closed_markdown SET STORAGE EXTERNAL, ALTER closed_text SET STORAGE EXTERNAL,
  ALTER closed_jsonld SET STORAGE EXTERNAL, ALTER closed_item SET STORAGE EXTERNAL;
CREATE INDEX published_posting_closes_idx ON published_posting (closes_at, posting_id);
CREATE INDEX published_posting_images_idx ON published_posting USING gin (image_ids);
CREATE INDEX published_posting_published_idx ON published_posting (first_published_at, posting_id);
CREATE INDEX published_posting_tags_idx ON published_posting USING gin (tags);
CREATE INDEX published_posting_title_idx ON published_posting (title, posting_id);

CREATE TABLE tombstone (
  posting_id uuid NOT NULL,
  locale text NOT NULL,
  slug text NOT NULL,
  withdrawn_at timestamptz NOT NULL,
  CONSTRAINT tombstone_pkey PRIMARY KEY (posting_id)
);
CREATE INDEX tombstone_locale_slug_idx ON tombstone (locale, slug);

CREATE TABLE change (
  seq bigint NOT NULL,
  type text NOT NULL,
  posting_id uuid NOT NULL,
  slug text NOT NULL,
  locale text NOT NULL,
  version int NOT NULL,
  at timestamptz NOT NULL,
  closes_at timestamptz,
  CONSTRAINT change_pkey PRIMARY KEY (seq)
);

CREATE TABLE change_counter (
  id int NOT NULL,
  seq bigint NOT NULL DEFAULT 0,
  revision bigint NOT NULL DEFAULT 0,
  changed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT change_counter_pkey PRIMARY KEY (id),
  CONSTRAINT change_counter_one_row CHECK (id = 1)
);

CREATE TABLE job (
  id uuid NOT NULL,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  run_at timestamptz NOT NULL DEFAULT now(),
  attempts int NOT NULL DEFAULT 0,
  max_attempts int NOT NULL DEFAULT 10,
  locked_until timestamptz,
  locked_by uuid,
  last_error text,
  done_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  unique_key text,
  CONSTRAINT job_pkey PRIMARY KEY (id)
);
CREATE INDEX job_due_idx ON job (run_at) WHERE done_at IS NULL;
CREATE UNIQUE INDEX job_unique_key ON job (unique_key) WHERE done_at IS NULL;

INSERT INTO change_counter (id) VALUES (1);
`;
