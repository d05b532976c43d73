/** What a connection is for. Times in milliseconds; 0 = no limit. */
export interface Session {
  /** Whom it must be signed in as; null = the owner, whoever that is. */
  role: string | null;
  readOnly: boolean;
  statementMs: number;
  lockMs: number;
  idleInTransactionMs: number;
  /** How long the server may say nothing while something is asked of it: then the connection is given up. */
  silentMs: number;
}

/** What the server said of a connection that has just been prepared. */
export interface Prepared {
  role: string;
  /** The search_path that leads to our tables; null = they are not made yet, or not for this role. */
  schema: string | null;
  /** The server's process. Another one than it introduced itself as: a pooler stands between. */
  process: number;
}

/**
 * Settings of the server, the database or the role that would change what we read, write or answer. Each connection
 * gets ours: they can't go into the start packet, which poolers refuse to pass on.
 */
const ours: Record<string, string> = {
  array_nulls: 'on',
  bytea_output: 'hex',
  client_encoding: 'UTF8',
  DateStyle: 'ISO, MDY',
  default_transaction_deferrable: 'off',
  default_transaction_isolation: 'read committed',
  extra_float_digits: '1',
  gin_fuzzy_search_limit: '0',
  idle_session_timeout: '0',
  IntervalStyle: 'postgres',
  row_security: 'on',
  standard_conforming_strings: 'on',
  TimeZone: 'UTC',
  transaction_timeout: '0',
  transform_null_equals: 'off',
};

/** All settings of a connection, by name. */
export function settingsOf(session: Session): Record<string, string> {
  return {
    ...ours,
    default_transaction_read_only: session.readOnly ? 'on' : 'off',
    idle_in_transaction_session_timeout: String(session.idleInTransactionMs),
    lock_timeout: String(session.lockMs),
    statement_timeout: String(session.statementMs),
  };
}

/**
 * Two statements in one message. What is acknowledged is on the disk: only a stricter synchronous_commit is left as it
 * is. Our tables are looked for, not expected: the owner's search_path decided where they were made.
 */
export function preparingSql(session: Session): string {
  const pairs = Object.entries(settingsOf(session)).map(([name, value]) => `('${name}', '${value}')`);
  return `
    SELECT set_config(name, value, false) FROM (VALUES ${pairs.join(', ')},
      ('synchronous_commit', CASE current_setting('synchronous_commit')
         WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END)) AS wanted (name, value)
     WHERE current_setting(name, true) IS NOT NULL;
    SELECT current_user::text AS role, pg_backend_pid() AS process, (
      SELECT set_config('search_path', quote_ident(n.nspname) || ', pg_temp', false)
        FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
       WHERE c.relname = 'published_posting' AND c.relkind = 'r' AND has_table_privilege(c.oid, 'SELECT')
       ORDER BY c.oid LIMIT 1) AS schema`;
}
