/** What steers a PostgreSQL client from outside: a driver takes whatever an address leaves open from there. */
const foreign = /^(PG[A-Z]+|NODE_PG_FORCE_NATIVE)$/;

/**
 * Forgets the variables with which a shell steers other programs' database clients. Ours follow their settings alone;
 * called before the first connection, since the driver reads the process's environment at each.
 */
export function forgetForeign(env: NodeJS.ProcessEnv = process.env): void {
  for (const name of Object.keys(env)) if (foreign.test(name)) delete env[name];
}
