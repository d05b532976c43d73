import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.ts';
import { Installation } from './installation.ts';

const lastsSeconds = 365 * 86_400;
/** Accounts that share a browser. */
const mostInOne = 5;

/**
 * The cookie by which a browser shows that an account signed in on it before (OWASP, "Device cookies"). It opens
 * nothing: it only gives its holder tries of their own, which nobody else can use up. Signed, so that nobody makes one.
 */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly config: Config,
    private readonly installation: Installation,
  ) {}

  /** The device's id if the cookie has one signed for this account, else null. */
  async idFor(email: string, cookies: string | undefined): Promise<string | null> {
    for (const entry of await this.entriesIn(cookies)) {
      const [id = '', mac = ''] = entry.split('.');
      if (this.isSigned(email, id, mac)) return id;
    }
    return null;
  }

  /** Set-Cookie for a browser on which the account has just signed in; null without SECRET_KEY. */
  async setting(email: string, cookies: string | undefined): Promise<string | null> {
    if (!this.config.secretKey) return null;
    const known = await this.idFor(email, cookies);
    const id = known ?? randomBytes(16).toString('base64url');
    const others = (await this.entriesIn(cookies)).filter((entry) => !entry.startsWith(`${id}.`));
    const value = [`${id}.${this.sign(email, id)}`, ...others].slice(0, mostInOne).join('~');
    const secure = this.config.siteUrl.startsWith('https:') ? '; Secure' : '';
    return `${await this.name()}=${value}; Max-Age=${lastsSeconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
  }

  private async entriesIn(cookies: string | undefined): Promise<string[]> {
    if (!cookies || !this.config.secretKey) return [];
    const name = `${await this.name()}=`;
    const found = cookies.split(';', 200).find((pair) => pair.trim().startsWith(name));
    const value = found?.trim().slice(name.length) ?? '';
    return value.length > 500 ? [] : value.split('~').filter((entry) => /^[\w-]{22}\.[\w-]{43}$/.test(entry));
  }

  private isSigned(email: string, id: string, mac: string): boolean {
    return timingSafeEqual(Buffer.from(this.sign(email, id)), Buffer.from(mac));
  }

  private sign(email: string, id: string): string {
    const key = Buffer.from(hkdfSync('sha256', this.config.secretKey ?? '', '', 'gonggo device', 32));
    return createHmac('sha256', key).update(`${email} ${id}`).digest('base64url');
  }

  private async name(): Promise<string> {
    const { protocol, port } = new URL(this.config.siteUrl);
    const host = protocol === 'https:' ? '__Host-' : '';
    return [`${host}gonggo-device`, await this.installation.id(), ...(port ? [port] : [])].join('-');
  }
}
