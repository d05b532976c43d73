import type pg from 'pg';
import { parseAddress } from '../config/address.ts';
import type { ServingRole } from './serving-roles.ts';

/** How node-postgres reaches the database of an address as a role; null = as the address's own user, the owner. */
export function clientConfig(databaseUrl: string, role: ServingRole | null): pg.ClientConfig {
  const { host, port, database, user, password, tls, options } = parseAddress(databaseUrl);
  return {
    host,
    port,
    database,
    user: role?.name ?? user,
    password: role?.password ?? password ?? undefined,
    ssl: tls,
    options,
  };
}
