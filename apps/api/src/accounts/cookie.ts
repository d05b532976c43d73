import type { Config } from '../config/config.ts';

const isSecure = (config: Pick<Config, 'siteUrl'>) => config.siteUrl.startsWith('https:');

/** `__Host-` pins the cookie to this host and path and to https; plain http (a laptop) can't have it. */
const nameOf = (config: Pick<Config, 'siteUrl'>) => (isSecure(config) ? '__Host-gonggo' : 'gonggo');

/** The session token a request brings, or null. The first of that name counts; tokens need no decoding. */
export function tokenIn(header: string | undefined, config: Pick<Config, 'siteUrl'>): string | null {
  const name = nameOf(config);
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value && /^[\w-]{20,100}$/.test(value) ? value : null;
  }
  return null;
}

/** Set-Cookie with the token. How long it really counts is decided in the database. */
export const sessionCookie = (token: string, config: Pick<Config, 'siteUrl' | 'sessionMaxDays'>): string =>
  setCookie(token, config.sessionMaxDays * 86_400, config);

export const clearedCookie = (config: Pick<Config, 'siteUrl'>): string => setCookie('', 0, config);

function setCookie(value: string, maxAge: number, config: Pick<Config, 'siteUrl'>): string {
  const secure = isSecure(config) ? '; Secure' : '';
  return `${nameOf(config)}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
