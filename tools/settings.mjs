import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addressProblem } from './database-address.mjs';
import { ownEnvironment, readEnvFile } from './environment.mjs';
import { Problem } from './problem.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Every setting there is; .env.example documents them. */
export const names = [
  ...['PORT', 'API_PORT', 'HOST', 'SITE_URL', 'DATABASE_URL', 'DATABASE_READ_URL', 'DATA_DIR'],
  ...['DATABASE_POOL', 'DATABASE_READ_POOL'],
  ...[
    'OWNER_EMAIL',
    'OWNER_PASSWORD',
    'DEMO',
    'IMAGE_STORE',
    'TRUSTED_PROXIES',
    'CACHE_MB',
    'PAGE_CACHE_MB',
    'STOP_DELAY',
  ],
  ...['SECRET_KEY', 'SESSION_IDLE_DAYS', 'SESSION_MAX_DAYS'],
  ...['ROLES_SECRET', 'SECURITY_CONTACT'],
];

/** The environment over the file .env, without what steers other programs; an empty value is no value. */
export function readEnvironment(file = join(root, '.env')) {
  const all = ownEnvironment({ ...readEnvFile(file), ...process.env });
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => !names.includes(name) || value !== ''),
  );
}

/**
 * What the launcher needs, typed. It also checks what only API and site use, though they check again: their mistakes
 * would otherwise show up minutes later, in a message of their own. Throws one Problem that names every mistake.
 */
export function readSettings(env) {
  const problems = [];
  const port = (name, fallback) => {
    const value = env[name] ?? fallback;
    if (/^\d{1,5}$/.test(value) && value >= 1 && value <= 65535) return Number(value);
    problems.push(`${name} is "${value}"; it must be a port from 1 to 65535.`);
  };
  // The value of an address stays out of the message: it may carry a password.
  const database = (name) => {
    const value = env[name];
    if (value === undefined) return undefined;
    const problem = addressProblem(value);
    if (!problem) return value;
    problems.push(`${name} ${problem}.`);
  };
  const site = (name, fallback) => {
    const value = env[name] ?? fallback;
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const bare = url && url.pathname === '/' && !url.search && !url.hash && !url.username;
    if (bare && /^https?:$/.test(url.protocol)) return value;
    problems.push(`${name} must be an address like https://careers.example.com, without a path.`);
  };

  const settings = {
    port: port('PORT', '3000'),
    apiPort: port('API_PORT', '4000'),
    host: env.HOST ?? '127.0.0.1',
    dataDir: resolve(root, env.DATA_DIR ?? '.data'),
    databaseUrl: database('DATABASE_URL'),
    demo: env.DEMO,
  };
  if (env.DATABASE_URL === undefined && !passesShell(settings.dataDir)) {
    problems.push(
      `DATA_DIR is ${settings.dataDir}; the programs of PostgreSQL cannot work in a path with one of $ \` " \\ in it. Set DATA_DIR to another directory, move the checkout, or set DATABASE_URL.`,
    );
  }
  settings.siteUrl = site('SITE_URL', `http://localhost:${settings.port}`);
  database('DATABASE_READ_URL');

  if (settings.port !== undefined && settings.port === settings.apiPort) {
    problems.push(`PORT and API_PORT are both ${settings.port}; site and API need a port each.`);
  }
  if (!isIP(settings.host) && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(settings.host)) {
    problems.push(`HOST is "${settings.host}"; it must be an address or a host name.`);
  }
  if (settings.demo !== undefined && !['0', '1'].includes(settings.demo)) {
    problems.push(`DEMO is "${settings.demo}"; it must be 0 or 1.`);
  }
  for (const name of ['DATABASE_POOL', 'DATABASE_READ_POOL']) {
    const value = env[name];
    if (value && !(/^\d{1,4}$/.test(value) && value >= 1 && value <= 1000)) {
      problems.push(`${name} is "${value}"; it must be a number of connections from 1 to 1000.`);
    }
  }
  const { OWNER_EMAIL, OWNER_PASSWORD, IMAGE_STORE, TRUSTED_PROXIES, ROLES_SECRET, STOP_DELAY } = env;
  if (OWNER_EMAIL && (!/^[^\s@]+@[^\s@]+$/.test(OWNER_EMAIL) || OWNER_EMAIL.length > 254)) {
    problems.push(`OWNER_EMAIL is "${OWNER_EMAIL}"; it must be an email address.`);
  }
  if (OWNER_PASSWORD && (OWNER_PASSWORD.length < 10 || OWNER_PASSWORD.length > 200)) {
    problems.push('OWNER_PASSWORD must have 10 to 200 characters.');
  }
  for (const name of ['CACHE_MB', 'PAGE_CACHE_MB']) {
    if (env[name] && !/^\d{1,5}$/.test(env[name])) {
      problems.push(`${name} is "${env[name]}"; it must be a whole number of MiB.`);
    }
  }
  if (env.SECRET_KEY && env.SECRET_KEY.length < 32) {
    problems.push('SECRET_KEY must have 32 characters or more.');
  }
  for (const name of ['SESSION_IDLE_DAYS', 'SESSION_MAX_DAYS']) {
    const value = env[name];
    if (value && !(/^\d{1,3}$/.test(value) && value >= 1 && value <= 365)) {
      problems.push(`${name} is "${value}"; it must be a number of days from 1 to 365.`);
    }
  }
  if (ROLES_SECRET && ROLES_SECRET.length < 32) {
    problems.push('ROLES_SECRET must have 32 characters or more.');
  }
  const { SECURITY_CONTACT } = env;
  if (SECURITY_CONTACT && !isContact(SECURITY_CONTACT)) {
    problems.push(`SECURITY_CONTACT is "${SECURITY_CONTACT}"; it must be an email address or https://….`);
  }
  if (STOP_DELAY && !(/^\d{1,2}(\.\d)?$/.test(STOP_DELAY) && Number(STOP_DELAY) <= 30)) {
    problems.push(`STOP_DELAY is "${STOP_DELAY}"; it must be a number of seconds from 0 to 30.`);
  }
  if (IMAGE_STORE && IMAGE_STORE !== 'postgres') {
    problems.push(`IMAGE_STORE is "${IMAGE_STORE}"; it must be postgres.`);
  }
  for (const range of TRUSTED_PROXIES?.split(/[\s,]+/).filter(Boolean) ?? []) {
    if (!isRange(range)) problems.push(`TRUSTED_PROXIES names "${range}"; it must be an address or a range.`);
  }
  if (problems.length) {
    throw new Problem(
      `Gonggo cannot start with these settings (see .env.example):\n  - ${problems.join('\n  - ')}`,
    );
  }
  return settings;
}

/** The same as in apps/web/server/config.ts. */
const isContact = (text) =>
  /^(mailto:)?[^\s@:]+@[^\s@:]+$/.test(text) || (/^https:/.test(text) && URL.canParse(text));

function isRange(text) {
  const [host, bits, ...rest] = text.split('/');
  const width = { 4: 32, 6: 128 }[isIP(host)];
  return width && !rest.length && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= width));
}

/** Whether a path means itself within the double quotes of a shell: so PostgreSQL's programs start each other. */
export const passesShell = (path) => !/[$`"\\\n]/.test(path);

/** Whether a host name leads to nobody but this machine. */
export const isLoopback = (hostname) =>
  ['localhost', '::1', '[::1]'].includes(hostname.toLowerCase()) || /^127(\.\d{1,3}){3}$/.test(hostname);

/** Where a program on this machine reaches what listens on `host`. */
export function address(host, port) {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${isIP(reachable) === 6 ? `[${reachable}]` : reachable}:${port}`;
}
