import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { AddressProblem } from './address-problem.ts';

export type Tls = false | ConnectionOptions;

const modes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

/**
 * What an address asks of TLS. Whoever asks for it gets a server whose certificate and name are checked, also with
 * `require`, unless the address says `no-verify`, or `verify-ca` (any name), or asks for libpq's weaker meanings.
 */
export function tlsFrom(given: Record<string, string>): Tls {
  const { ssl, sslmode = '', sslrootcert, sslcert, sslkey } = given;
  if (sslmode && !modes.includes(sslmode)) {
    throw new AddressProblem(`must have an sslmode of ${modes.join(', ')}`);
  }
  if (ssl !== undefined && !/^(1|0|true|false|no-verify)$/.test(ssl)) {
    throw new AddressProblem('must have ssl=true or ssl=false, or an sslmode');
  }
  if (sslmode === 'disable' || ssl === '0' || ssl === 'false') return false;
  if (!sslmode && !ssl && !sslrootcert && !sslcert && !sslkey) return false;
  const weak = given.uselibpqcompat === 'true' && /^(allow|prefer|require)$/.test(sslmode) && !sslrootcert;
  const unchecked = sslmode === 'no-verify' || ssl === 'no-verify' || weak;
  return {
    ...(unchecked ? { rejectUnauthorized: false } : {}),
    ...(sslmode === 'verify-ca' ? { checkServerIdentity: () => undefined } : {}),
    ...(sslrootcert && sslrootcert !== 'system' ? { ca: contents('sslrootcert', sslrootcert) } : {}),
    ...(sslcert ? { cert: contents('sslcert', sslcert) } : {}),
    ...(sslkey ? { key: contents('sslkey', sslkey) } : {}),
  };
}

function contents(parameter: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as { code?: string };
    throw new AddressProblem(`must have an ${parameter} that can be read (${file}: ${code})`);
  }
}
