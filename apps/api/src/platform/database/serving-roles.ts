import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { type DatabaseAddress, parseAddress } from '../config/address.ts';

/** A login that serves requests; the owner of the tables only migrates. */
export interface ServingRole {
  name: string;
  password: string;
}

/** `app` serves authors and has no DDL; `reader` serves the public and may only SELECT what is published. */
export interface ServingRoles {
  app: ServingRole;
  reader: ServingRole;
}

/**
 * Names follow the database's (`gonggo` → `gonggo_app`, `gonggo_reader`), since roles belong to the whole server;
 * what comes after a double underscore is left out, so that clones of a database share its roles. Passwords are
 * derived, so that every process knows them and none is stored: from a secret of their own where there is one, and then
 * who serves need not know the owner's.
 */
export function servingRoles(
  config: Pick<Config, 'databaseUrl' | 'dataDir'> & Partial<Pick<Config, 'rolesSecret'>>,
): ServingRoles {
  const address = parseAddress(config.databaseUrl);
  const database = address.database.split('__', 1)[0] || 'gonggo';
  const root = config.rolesSecret ?? secretIn(config.databaseUrl, address) ?? keptSecret(config.dataDir);
  const role = (suffix: string): ServingRole => {
    const name = `${database.slice(0, 50)}_${suffix}`;
    return { name, password: createHmac('sha256', root).update(`gonggo role ${name}`).digest('base64url') };
  };
  return { app: role('app'), reader: role('reader') };
}

/** The owner's name and password, as they stand before the @ where they do: what roles that exist were derived from. */
function secretIn(databaseUrl: string, { user, password }: DatabaseAddress): string | null {
  if (password === null) return null;
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  return url?.password ? `${url.username}:${url.password}` : `${user}:${password}`;
}

/** Without a password in the URL there is nothing secret to derive from: a random one is kept beside the data. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'roles.secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}
