import pg from 'pg';
import type { ServingRole, ServingRoles } from './serving-roles.ts';

const name = pg.escapeIdentifier;
const text = pg.escapeLiteral;

/** What the public may read (trust, rule B). A column or table that is not here can't leak through any query. */
const publicTables = [
  'published_posting',
  'facet_count',
  'tombstone',
  'slug_alias',
  'change',
  'change_counter',
  'setting',
];
const publicViews = ['published_image', 'published_image_variant', 'published_image_chunk'];
/** Written once: not even a flaw in the API can rewrite them. */
const neverUpdated = ['publication', 'change', 'audit_event', 'image_chunk'];
const neverDeleted = ['publication', 'change', 'change_counter', 'audit_event', 'setting'];

/** SQL that creates the serving logins, or brings their passwords up to date. Needs the right to create roles. */
export function roleStatements(roles: readonly ServingRole[], existing: ReadonlySet<string>): string[] {
  return roles.map((role) => {
    const verb = existing.has(role.name) ? 'ALTER' : 'CREATE';
    return `${verb} ROLE ${name(role.name)} LOGIN NOINHERIT PASSWORD ${text(role.password)}`;
  });
}

/**
 * SQL that takes from everybody what would be DDL in the hands of the serving roles (trust, rule C): temporary tables
 * and, on databases that come from PostgreSQL 14 or older, tables in `public`. For a database that nobody else uses:
 * others would feel it. Only the database's owner can; whether it has worked is for `doctor` to say.
 */
export function revokeStatements(database: string): string[] {
  return [
    `REVOKE TEMPORARY ON DATABASE ${name(database)} FROM PUBLIC`,
    'REVOKE CREATE ON SCHEMA public FROM PUBLIC',
  ];
}

/** Every table and view of ours. */
export const ourNames = (tables: readonly string[]): string[] => [...tables, ...publicViews, 'migration'];

/**
 * SQL that gives the serving roles their rights on our own tables, and only those. Needs the tables' owner; repeatable.
 */
export function grantStatements(
  { database, schema, tables }: { database: string; schema: string; tables: readonly string[] },
  roles: ServingRoles,
): string[] {
  const [app, reader] = [name(roles.app.name), name(roles.reader.name)];
  const list = (names: readonly string[]) => names.map((one) => `${name(schema)}.${name(one)}`).join(', ');
  return [
    `GRANT CONNECT ON DATABASE ${name(database)} TO ${app}, ${reader}`,
    `GRANT USAGE ON SCHEMA ${name(schema)} TO ${app}, ${reader}`,
    `REVOKE ALL ON ${list(ourNames(tables))} FROM ${app}, ${reader}`,
    `GRANT SELECT ON ${list(ourNames(tables))} TO ${app}`,
    `GRANT INSERT, UPDATE, DELETE ON ${list(tables)} TO ${app}`,
    `REVOKE UPDATE ON ${list(neverUpdated)} FROM ${app}`,
    `REVOKE DELETE ON ${list(neverDeleted)} FROM ${app}`,
    `GRANT SELECT ON ${list([...publicTables, ...publicViews])} TO ${reader}`,
  ];
}

/** SQL that takes back what an older release gave on a table that is not ours. */
export const takeBackStatement = (schema: string, table: string, roles: ServingRoles): string =>
  `REVOKE ALL ON ${name(schema)}.${name(table)} FROM ${name(roles.app.name)}, ${name(roles.reader.name)}`;
