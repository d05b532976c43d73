import { randomBytes } from 'node:crypto';
import { address } from './settings.mjs';

/** What each process is told: the site holds no secret of the database, and only the CLI the first password. */
export function readyEnvironments(env, settings, mode = 'production') {
  const { OWNER_PASSWORD, DATABASE_READ_URL, ROLES_SECRET, SECRET_KEY = settings.secretKey, ...given } = env;
  delete given.DATABASE_URL;
  const site = {
    ...given,
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: settings.host,
    PORT: String(settings.port),
    API_PORT: String(settings.apiPort),
    SITE_URL: settings.siteUrl,
    DATA_DIR: settings.dataDir,
    /** Proves to the API that a visitor's address was handed over by our own site. */
    SITE_SECRET: randomBytes(32).toString('base64url'),
    API_URL: address(settings.host, settings.apiPort),
  };
  const api = {
    ...site,
    DATABASE_URL: settings.databaseUrl,
    ...(DATABASE_READ_URL === undefined ? {} : { DATABASE_READ_URL }),
    ...(SECRET_KEY === undefined ? {} : { SECRET_KEY }),
    ...(ROLES_SECRET === undefined ? {} : { ROLES_SECRET }),
  };
  const cli = { ...api, ...(OWNER_PASSWORD === undefined ? {} : { OWNER_PASSWORD }) };
  return { site, api, cli };
}
