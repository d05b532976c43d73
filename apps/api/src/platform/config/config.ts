import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { addressProblem } from './address.ts';

/** Every setting of the API, checked. Documented in `.env.example`; made by `readConfig` alone. */
export class Config {
  readonly host!: string;
  readonly apiPort!: number;
  /** Absolute address of the site, without a trailing slash: links are made with it, writes must come from it. */
  readonly siteUrl!: string;
  readonly databaseUrl!: string;
  /** A replica for public reads; null = the database itself. */
  readonly databaseReadUrl!: string | null;
  /** Connections that serve authors, at most, for each process. */
  readonly databasePool!: number;
  /** Connections for public reads, at most, for each process and database. */
  readonly databaseReadPool!: number;
  /** What the passwords of the serving roles are derived from; null = from the owner's sign-in in `databaseUrl`. */
  readonly rolesSecret!: string | null;
  readonly dataDir!: string;
  readonly ownerEmail!: string;
  /** null = one is generated on the first run. */
  readonly ownerPassword!: string | null;
  readonly demo!: boolean;
  readonly imageStore!: 'postgres';
  /** Addresses or CIDR ranges whose forwarding headers count. */
  readonly trustedProxies!: string[];
  /** What the site proves itself with when it hands over a visitor's address; null = no site may. */
  readonly siteSecret!: string | null;
  /** Seals what the database must not show in plain, and signs device cookies; null = second factors can't be set up. */
  readonly secretKey!: string | null;
  /** A session ends so many days after its last use. */
  readonly sessionIdleDays!: number;
  /** … and never lasts longer than this. */
  readonly sessionMaxDays!: number;
  /** Memory for ready public replies, in MiB; 0 = every reading asks the database (for measuring). */
  readonly cacheMb!: number;
  /** How long a process that was told to stop (SIGTERM) says that it is not ready and still serves, in ms. */
  readonly stopDelayMs!: number;
  readonly production!: boolean;
}

type Environment = Record<string, string | undefined>;

/** Reads the environment into one checked object, or throws one error that names everything wrong with it. */
export function readConfig(env: Environment = process.env): Config {
  const problems: string[] = [];
  const text = (name: string): string | null => env[name]?.trim() || null;
  const check = <T>(name: string, fallback: T, read: (value: string) => T | string): T => {
    const value = text(name);
    if (value === null) return fallback;
    const result = read(value);
    if (typeof result !== 'string' || result === value) return result as T;
    problems.push(`${name} ${result}, but is "${secretive(name) ? '…' : value}".`);
    return fallback;
  };

  const sitePort = check('PORT', 3000, port);
  const databaseUrl = check('DATABASE_URL', '', postgresUrl);
  if (!text('DATABASE_URL')) {
    problems.push(
      'DATABASE_URL is missing: the address of a PostgreSQL database (npm start sets it by itself).',
    );
  }
  const config: Config = {
    host: text('HOST') ?? '127.0.0.1',
    apiPort: check('API_PORT', 4000, port),
    siteUrl: check('SITE_URL', `http://localhost:${sitePort}`, siteUrl).replace(/\/$/, ''),
    databaseUrl,
    databaseReadUrl: check<string | null>('DATABASE_READ_URL', null, postgresUrl),
    databasePool: check('DATABASE_POOL', 10, connections),
    databaseReadPool: check('DATABASE_READ_POOL', 10, connections),
    rolesSecret: check<string | null>('ROLES_SECRET', null, secret),
    dataDir: resolve(text('DATA_DIR') ?? '.data'),
    ownerEmail: check('OWNER_EMAIL', 'owner@gonggo.example', email).normalize('NFC').toLowerCase(),
    ownerPassword: check<string | null>('OWNER_PASSWORD', null, password),
    demo: check('DEMO', false, flag),
    imageStore: check('IMAGE_STORE', 'postgres', (value) =>
      value === 'postgres' ? value : 'must be "postgres"',
    ) as 'postgres',
    trustedProxies: check('TRUSTED_PROXIES', [], addresses),
    siteSecret: check<string | null>('SITE_SECRET', null, secret),
    secretKey: check<string | null>('SECRET_KEY', null, secret),
    sessionIdleDays: check('SESSION_IDLE_DAYS', 14, days),
    sessionMaxDays: check('SESSION_MAX_DAYS', 60, days),
    cacheMb: check('CACHE_MB', 64, (value) =>
      /^\d{1,5}$/.test(value) ? Number(value) : 'must be a whole number of MiB',
    ),
    stopDelayMs: check('STOP_DELAY', 5_000, stopDelay),
    production: text('NODE_ENV') === 'production',
  };
  if (problems.length) throw new Error(`Wrong settings:\n${problems.map((one) => `  - ${one}`).join('\n')}`);
  return Object.assign(new Config(), config);
}

const secretive = (name: string) => /PASSWORD|SECRET|DATABASE_(READ_)?URL/.test(name);

function port(value: string): number | string {
  const number = Number(value);
  return /^\d{1,5}$/.test(value) && number <= 65_535 ? number : 'must be a port from 0 to 65535';
}

const postgresUrl = (value: string): string => addressProblem(value) ?? value;

function connections(value: string): number | string {
  const number = Number(value);
  return /^\d{1,4}$/.test(value) && number >= 1 && number <= 1_000
    ? number
    : 'must be a number of connections from 1 to 1000';
}

function days(value: string): number | string {
  const number = Number(value);
  return /^\d{1,3}$/.test(value) && number >= 1 && number <= 365 ? number : 'must be 1 to 365 days';
}

function siteUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null;
  const good =
    url &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    !url.search &&
    !url.hash &&
    !url.username;
  return good ? value : 'must be an address like https://careers.example.com, without a path';
}

function email(value: string): string {
  return /^[^\s@]+@[^\s@]+$/.test(value) && value.length <= 254 ? value : 'must be an email address';
}

function password(value: string): string {
  return value.length >= 10 && value.length <= 200 ? value : 'must have 10 to 200 characters';
}

function secret(value: string): string {
  return value.length >= 32 ? value : 'must have 32 characters or more';
}

function stopDelay(value: string): number | string {
  return /^\d{1,2}(\.\d)?$/.test(value) && Number(value) <= 30
    ? Number(value) * 1000
    : 'must be a number of seconds from 0 to 30';
}

function flag(value: string): boolean | string {
  if (/^(1|true|yes|on)$/i.test(value)) return true;
  return /^(0|false|no|off)$/i.test(value) ? false : 'must be 1 or 0';
}

function addresses(value: string): string[] | string {
  const list = value.split(/[\s,]+/).filter(Boolean);
  const good = list.every((one) => {
    const [address = '', bits, ...rest] = one.split('/');
    const family = isIP(address);
    const width = family === 4 ? 32 : 128;
    return (
      family && !rest.length && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= width))
    );
  });
  return good ? list : 'must be a list of IP addresses or ranges like 10.0.0.0/8';
}
