import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { Problem } from './problem.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Every setting there is; .env.example documents them. */
export const names = [
  ...['PORT', 'API_PORT', 'HOST', 'SITE_URL', 'DATABASE_URL', 'DATABASE_READ_URL', 'DATA_DIR'],
  ...['OWNER_EMAIL', 'OWNER_PASSWORD', 'DEMO', 'IMAGE_STORE', 'TRUSTED_PROXIES', 'CACHE_MB'],
];

/** The environment over the file .env; an empty value is no value. */
export function readEnvironment(file = join(root, '.env')) {
  const written = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  const all = { ...written, ...process.env };
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
  const url = (name, fallback, protocols) => {
    const value = env[name] ?? fallback;
    if (value === undefined) return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    // The value stays out of the message: it may carry a password.
    problems.push(
      `${name} is not an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}.`,
    );
  };

  const settings = {
    port: port('PORT', '3000'),
    apiPort: port('API_PORT', '4000'),
    host: env.HOST ?? '127.0.0.1',
    dataDir: resolve(root, env.DATA_DIR ?? '.data'),
    databaseUrl: url('DATABASE_URL', undefined, ['postgres:', 'postgresql:']),
    demo: env.DEMO,
  };
  settings.siteUrl = url('SITE_URL', `http://localhost:${settings.port}`, ['http:', 'https:']);
  url('DATABASE_READ_URL', undefined, ['postgres:', 'postgresql:']);

  if (settings.port !== undefined && settings.port === settings.apiPort) {
    problems.push(`PORT and API_PORT are both ${settings.port}; site and API need a port each.`);
  }
  if (!isIP(settings.host) && !/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(settings.host)) {
    problems.push(`HOST is "${settings.host}"; it must be an address or a host name.`);
  }
  if (settings.demo !== undefined && !['0', '1'].includes(settings.demo)) {
    problems.push(`DEMO is "${settings.demo}"; it must be 0 or 1.`);
  }
  const { OWNER_EMAIL, OWNER_PASSWORD, IMAGE_STORE, TRUSTED_PROXIES } = env;
  if (OWNER_EMAIL && !/^[^\s@]+@[^\s@]+$/.test(OWNER_EMAIL)) {
    problems.push(`OWNER_EMAIL is "${OWNER_EMAIL}"; it must be an email address.`);
  }
  if (OWNER_PASSWORD && OWNER_PASSWORD.length < 10) {
    problems.push('OWNER_PASSWORD is too short; it must have 10 characters or more.');
  }
  if (IMAGE_STORE && IMAGE_STORE !== 'postgres') {
    problems.push(`IMAGE_STORE is "${IMAGE_STORE}"; it must be postgres.`);
  }
  for (const range of TRUSTED_PROXIES?.split(/[\s,]+/).filter(Boolean) ?? []) {
    if (!isIP(range.split('/')[0]))
      problems.push(`TRUSTED_PROXIES names "${range}"; it must be an address or a range.`);
  }
  if (problems.length) {
    throw new Problem(
      `Gonggo cannot start with these settings (see .env.example):\n  - ${problems.join('\n  - ')}`,
    );
  }
  return settings;
}

/** Where a program on this machine reaches what listens on `host`. */
export function address(host, port) {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${isIP(reachable) === 6 ? `[${reachable}]` : reachable}:${port}`;
}
