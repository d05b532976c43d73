import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.ts';
import { Installation } from './installation.ts';

/** The cookie of the session. */
@Injectable()
export class SessionCookie {
  constructor(
    private readonly config: Config,
    private readonly installation: Installation,
  ) {}

  /** The session token a request brings, or null. */
  async tokenIn(header: string | undefined): Promise<string | null> {
    if (!header?.includes('gonggo')) return null;
    // Sessions from before the cookie named its installation last for their time.
    return tokenNamed(await this.name(), header) ?? tokenNamed(this.oldName(), header);
  }

  /** Set-Cookie with the token. How long it really counts is decided in the database. */
  setting = (token: string): Promise<string> => this.set(token, this.config.sessionMaxDays * 86_400);

  /** Set-Cookie that takes it away. */
  clearing = (): Promise<string> => this.set('', 0);

  /**
   * A host's ports share their cookies: the name tells this installation from another one there, and with the port from
   * its copy. `__Host-` pins the cookie to this host and path and to https; plain http (a laptop) can't have it.
   */
  private async name(): Promise<string> {
    const { port } = new URL(this.config.siteUrl);
    return [this.oldName(), await this.installation.id(), ...(port ? [port] : [])].join('-');
  }

  private oldName = () => (this.isSecure() ? '__Host-gonggo' : 'gonggo');
  private isSecure = () => this.config.siteUrl.startsWith('https:');

  private async set(value: string, maxAge: number): Promise<string> {
    const secure = this.isSecure() ? '; Secure' : '';
    return `${await this.name()}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure}`;
  }
}

/** The first of that name counts; tokens need no decoding. */
function tokenNamed(name: string, header: string): string | null {
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value && /^[\w-]{20,100}$/.test(value) ? value : null;
  }
  return null;
}
