/** Who may, how often, what was done; the site's settings and its vocabulary. Columns are documented in the entities. */
export const accounts = `
CREATE TABLE account (
  id uuid NOT NULL,
  email text NOT NULL,
  name text NOT NULL,
  byline text NOT NULL DEFAULT '',
  avatar uuid,
  role text NOT NULL,
  language text NOT NULL DEFAULT 'ko',
  password_hash text,
  totp_secret text,
  totp_pending text,
  totp_last_step int NOT NULL DEFAULT 0,
  recovery_codes text[] NOT NULL DEFAULT '{}',
  locked_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT account_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX account_email_key ON account (email);

CREATE TABLE session (
  id uuid NOT NULL,
  token_hash text NOT NULL,
  account_id uuid NOT NULL,
  user_agent text NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE INDEX session_account_id_idx ON session (account_id);
CREATE UNIQUE INDEX session_token_hash_key ON session (token_hash);

CREATE TABLE invitation (
  id uuid NOT NULL,
  token_hash text NOT NULL,
  account_id uuid NOT NULL,
  kind text NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT invitation_pkey PRIMARY KEY (id),
  CONSTRAINT invitation_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE
);
CREATE INDEX invitation_account_id_idx ON invitation (account_id);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation (token_hash);

CREATE TABLE api_key (
  id uuid NOT NULL,
  name text NOT NULL,
  prefix text NOT NULL,
  secret_hash text NOT NULL,
  scopes text[] NOT NULL,
  created_by uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz,
  CONSTRAINT api_key_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX api_key_secret_hash_key ON api_key (secret_hash);

CREATE TABLE rate_limit (
  key text NOT NULL,
  window_start timestamptz NOT NULL,
  count int NOT NULL,
  CONSTRAINT rate_limit_pkey PRIMARY KEY (key)
);
CREATE INDEX rate_limit_window_start_idx ON rate_limit (window_start);

CREATE TABLE idempotency (
  key_hash text NOT NULL,
  actor uuid NOT NULL,
  method text NOT NULL,
  path text NOT NULL,
  body_hash text NOT NULL,
  status int NOT NULL,
  headers jsonb NOT NULL,
  reply text,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT idempotency_pkey PRIMARY KEY (key_hash)
);
CREATE INDEX idempotency_created_at_idx ON idempotency (created_at);

CREATE TABLE audit_event (
  id uuid NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  actor_id uuid,
  actor_name text NOT NULL,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid,
  detail jsonb NOT NULL DEFAULT '{}',
  CONSTRAINT audit_event_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_event_at_idx ON audit_event (at, id);

CREATE TABLE setting (
  id int NOT NULL,
  site_name text NOT NULL DEFAULT 'Gonggo',
  tagline_ko text NOT NULL DEFAULT '',
  tagline_en text NOT NULL DEFAULT '',
  accent text NOT NULL DEFAULT '',
  logo uuid,
  home_image uuid,
  home_image_alt text NOT NULL DEFAULT '',
  company_url text,
  revision int NOT NULL DEFAULT 1,
  CONSTRAINT setting_pkey PRIMARY KEY (id),
  CONSTRAINT setting_one_row CHECK (id = 1)
);

CREATE TABLE term (
  id uuid NOT NULL,
  kind text NOT NULL,
  slug text NOT NULL,
  name_ko text NOT NULL,
  name_en text NOT NULL DEFAULT '',
  revision int NOT NULL DEFAULT 1,
  demo boolean NOT NULL DEFAULT false,
  CONSTRAINT term_pkey PRIMARY KEY (id),
  CONSTRAINT term_kind_check CHECK (kind IN ('team', 'jobFamily', 'tag'))
);
CREATE UNIQUE INDEX term_kind_slug_key ON term (kind, slug);

INSERT INTO setting (id) VALUES (1);
`;
