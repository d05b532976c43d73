import type { TestDatabase } from './database.ts';

/** Everything about a schema that can differ, a line each, sorted: what two databases are compared by. */
const schemaSql = `
  SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
         || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END || ' ' || a.attstorage::text
         || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT 'view ' || viewname || ' ' || definition FROM pg_views WHERE schemaname = 'public'
  UNION ALL SELECT 'function ' || proname || ' ' || provolatile::text || ' ' || prosrc
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT 'grant ' || grantee || ' ' || privilege_type || ' ' || table_name
    FROM information_schema.role_table_grants WHERE table_schema = 'public'
  UNION ALL SELECT 'migration ' || name FROM migration
  UNION ALL SELECT 'row of setting ' || (to_jsonb(s) - 'installation')::text FROM setting s
  UNION ALL SELECT 'row of change_counter ' || seq || ' ' || c.revision FROM change_counter c
  ORDER BY line`;

export async function schemaOf({ sql }: TestDatabase): Promise<string[]> {
  return (await sql<{ line: string }>(schemaSql)).map(({ line }) => line);
}
