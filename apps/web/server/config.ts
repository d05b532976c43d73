import { BlockList, isIP } from 'node:net';

export interface SiteConfig {
  host: string;
  port: number;
  /** Absolute address of the site, without a slash at its end. */
  siteUrl: string;
  /** Where the API listens, without a slash at its end. */
  apiUrl: string;
  /** Proves to the API that a visitor's address was handed over by us; null = the API then sees ours. */
  siteSecret: string | null;
  /** Proxies in front of us whose X-Forwarded-For we believe. */
  trustedProxies: BlockList;
  /** Where flaws are reported, as a URI; null = nothing is said about it. */
  securityContact: string | null;
  /** How long a process that was told to stop (SIGTERM) says that it is not ready and still serves, in ms. */
  stopDelayMs: number;
  /** Memory for ready pages, feeds and sitemaps, in bytes. */
  pageCacheBytes: number;
  production: boolean;
}

export class ConfigProblem extends Error {}

/** Reads the environment; throws one message that names everything that is wrong with it. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): SiteConfig {
  const problems: string[] = [];
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65535) problems.push(`PORT is not a port: ${env.PORT}`);
  const address = (name: string, fallback: string) => {
    const given = env[name] || fallback;
    if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol))
      return given.replace(/(?<!\/)\/+$/, '');
    problems.push(`${name} is not an http(s) address: ${given}`);
    return fallback;
  };
  const siteUrl = address('SITE_URL', `http://localhost:${port}`);
  const apiUrl = address('API_URL', `http://127.0.0.1:${env.API_PORT || 4000}`);
  const trustedProxies = readProxies(env.TRUSTED_PROXIES ?? '', problems);
  const securityContact = readContact(env.SECURITY_CONTACT ?? '', problems);
  const stopDelay = Number(env.STOP_DELAY || 5);
  if (!(stopDelay >= 0 && stopDelay <= 30))
    problems.push(`STOP_DELAY is not a number of seconds from 0 to 30: ${env.STOP_DELAY}`);
  const pageCacheMb = env.PAGE_CACHE_MB || '64';
  if (!/^\d{1,5}$/.test(pageCacheMb))
    problems.push(`PAGE_CACHE_MB is not a whole number of MiB: ${pageCacheMb}`);
  if (problems.length) throw new ConfigProblem(problems.join('\n'));
  return {
    host: env.HOST || '127.0.0.1',
    port,
    siteUrl,
    apiUrl,
    siteSecret: env.SITE_SECRET || null,
    trustedProxies,
    securityContact,
    stopDelayMs: stopDelay * 1000,
    pageCacheBytes: Number(pageCacheMb) * 2 ** 20,
    production: env.NODE_ENV === 'production',
  };
}

/**
 * Where Node is told to use the proxies of a shell or a container (NODE_USE_ENV_PROXY), it asks these variables at each
 * request: the API is reached at its address, and nobody else is asked.
 */
export function passNoProxy(env: NodeJS.ProcessEnv = process.env): void {
  env.NO_PROXY = env.no_proxy = '*';
}

/** An email address gets its scheme; RFC 9116 takes web addresses of https only. */
function readContact(text: string, problems: string[]): string | null {
  if (!text) return null;
  if (/^(mailto:)?[^\s@:]+@[^\s@:]+$/.test(text)) return `mailto:${text.replace(/^mailto:/, '')}`;
  if (text.startsWith('https:') && URL.canParse(text)) return new URL(text).href;
  problems.push(`SECURITY_CONTACT is no email address and no https address: ${text}`);
  return null;
}

/** Addresses or CIDR ranges, separated by commas or spaces. */
function readProxies(list: string, problems: string[]): BlockList {
  const proxies = new BlockList();
  for (const entry of list.split(/[\s,]+/).filter(Boolean)) {
    const [address = '', bits, ...rest] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const width = family === 'ipv6' ? 128 : 32;
    // Number('') is 0: an unfinished range would trust everybody.
    const range = !rest.length && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= width));
    if (isIP(address) && range) proxies.addSubnet(address, Number(bits ?? width), family);
    else problems.push(`TRUSTED_PROXIES holds no address or range: ${entry}`);
  }
  return proxies;
}
