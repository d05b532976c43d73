/** What authors write. Columns are documented in the entities. */
export const drafts = `
CREATE TABLE posting (
  id uuid NOT NULL,
  variant_group uuid NOT NULL,
  locale text NOT NULL,
  slug text NOT NULL,
  title text NOT NULL,
  job_title text NOT NULL DEFAULT '',
  summary text NOT NULL DEFAULT '',
  cover_image_id uuid,
  cover_alt text NOT NULL DEFAULT '',
  company text NOT NULL DEFAULT '',
  team_id uuid,
  job_family_id uuid,
  has_experience boolean NOT NULL DEFAULT false,
  min_years int,
  max_years int,
  level text,
  employment_type text,
  locations jsonb NOT NULL DEFAULT '[]',
  remote text,
  pay_currency text,
  pay_min bigint,
  pay_max bigint,
  pay_unit text,
  openings int,
  opens_at timestamptz,
  closes_at timestamptz,
  closes_at_zone text NOT NULL DEFAULT 'Asia/Seoul',
  apply_url text,
  tag_ids uuid[] NOT NULL DEFAULT '{}',
  authors jsonb NOT NULL DEFAULT '[]',
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  revision int NOT NULL DEFAULT 1,
  outline_revision int NOT NULL DEFAULT 1,
  edits int NOT NULL DEFAULT 1,
  published_edits int NOT NULL DEFAULT 0,
  version int NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'draft',
  closed_at timestamptz,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT posting_pkey PRIMARY KEY (id),
  CONSTRAINT posting_locale_slug_key UNIQUE (locale, slug)
);
CREATE INDEX posting_updated_at_idx ON posting (updated_at, id);
CREATE INDEX posting_variant_group_idx ON posting (variant_group);

CREATE TABLE section (
  id uuid NOT NULL,
  posting_id uuid NOT NULL,
  position int NOT NULL,
  kind text NOT NULL,
  heading text NOT NULL DEFAULT '',
  content jsonb NOT NULL,
  revision int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by text,
  CONSTRAINT section_pkey PRIMARY KEY (id),
  CONSTRAINT section_posting_id_fkey FOREIGN KEY (posting_id) REFERENCES posting(id) ON DELETE CASCADE
);
CREATE INDEX section_posting_position_idx ON section (posting_id, position);

CREATE TABLE slug_alias (
  locale text NOT NULL,
  slug text NOT NULL,
  posting_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT slug_alias_pkey PRIMARY KEY (locale, slug)
);
CREATE INDEX slug_alias_posting_id_idx ON slug_alias (posting_id);
`;
