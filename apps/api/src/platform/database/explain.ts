import { failureOf } from '../problem/failure.ts';

const tls: Record<string, string> = {
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
};
const unknownCa = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+|CERT_\w+)$/;
/** Said by classes of our own, in words that need no explaining. */
const clear = new Set(['PlaceRefused', 'PoolerRefused', 'RoleRefused', 'RolesMissing', 'WrongRole']);

/**
 * Words for whoever starts Gonggo and finds no way to the database: what is wrong with which setting, and the ways out.
 * null = it is something else.
 */
export function explainDatabase(error: Error): string | null {
  if (clear.has(error.name)) return error.message;
  const { code = '' } = error as Error & { code?: string };
  const reason =
    tls[code] ??
    (unknownCa.test(code)
      ? 'its certificate is signed by an authority that this machine does not know'
      : null);
  if (reason) {
    return (
      `The server of DATABASE_URL speaks TLS, but ${reason} (${error.message}). Ways out:\n` +
      '  - name the provider’s certificate: …?sslmode=verify-full&sslrootcert=/path/to/ca.pem (verify-ca takes any host name)\n' +
      '  - encrypt, but trust whoever answers (within a network of your own): …?sslmode=no-verify'
    );
  }
  if (/does not support SSL/.test(error.message)) {
    return 'The server of DATABASE_URL does not speak TLS, which the address asks for. Within a network of your own: sslmode=disable.';
  }
  if (/no encryption|SSL off/.test(error.message)) {
    return `The server of DATABASE_URL wants TLS (${error.message}). Add sslmode=require to the address.`;
  }
  if (/unsupported startup parameter/.test(error.message)) {
    return `What answers at DATABASE_URL refuses a parameter of the address (${error.message}). Leave "options" out, or name PostgreSQL itself.`;
  }
  switch (code.startsWith('28') ? '28' : code) {
    case '28':
      return `The database refuses the user or the password of DATABASE_URL (${error.message}).`;
    case '3D000':
      return `DATABASE_URL names a database that is not there (${error.message}). Make it with CREATE DATABASE.`;
    case '53300':
      return `The database has no connection left (${error.message}). Lower DATABASE_POOL and DATABASE_READ_POOL, or raise the server’s limit.`;
    case '25006':
      return `DATABASE_URL leads to a server that may not be written to, perhaps a replica (${error.message}).`;
  }
  return failureOf(error) === 'away'
    ? `The database of DATABASE_URL is out of reach: ${error.message || code}`
    : null;
}
