import { createHmac, randomUUID } from 'node:crypto';
import {
  expect,
  test as base,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type Page,
} from '@playwright/test';
import type { Draft, NewAccountReply } from '@gonggo/contract';
import { createClient, type Client } from '@gonggo/contract/client';
import { owner, siteUrl } from './installation.ts';

export { owner, siteUrl };

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>;

interface Fixtures {
  /** The API as the owner, over the site's origin. */
  api: Client;
  /** Fails the test when the page did something its content policy forbids. */
  policyKept: void;
  /** The session is confirmed anew: a run of all tests lasts longer than a confirmation counts. */
  confirmed: void;
  /** Opens another window in which the owner is signed in. */
  openAdmin: (options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
}

/** Tests in the admin: signed in as the owner (one sign-in per worker), in Korean, in Seoul. */
export const test = base.extend<Fixtures, { ownerState: Cookies }>({
  baseURL: siteUrl,
  locale: 'ko-KR',
  timezoneId: 'Asia/Seoul',
  viewport: { width: 1440, height: 900 },
  ownerState: [
    async ({ playwright }, give) => {
      const request = await playwright.request.newContext({ baseURL: siteUrl });
      await signIn(request, owner.email, owner.password);
      await give(await request.storageState());
      await request.dispose();
    },
    { scope: 'worker' },
  ],
  storageState: ({ ownerState }, give) => give(ownerState),
  policyKept: [
    async ({ page }, give) => {
      const refused: string[] = [];
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
      });
      await give();
      expect(refused).toEqual([]);
    },
    { auto: true },
  ],
  confirmed: [
    async ({ api }, give) => {
      await api.sessions.confirm({ password: owner.password });
      await give();
    },
    { auto: true },
  ],
  api: async ({ ownerState }, give) => give(clientWith(ownerState)),
  openAdmin: async ({ browser, ownerState, colorScheme }, give) => {
    const opened: BrowserContext[] = [];
    await give(async (options = {}) => {
      const context = await browser.newContext({
        baseURL: siteUrl,
        locale: 'ko-KR',
        timezoneId: 'Asia/Seoul',
        storageState: ownerState,
        colorScheme,
        ...options,
      });
      opened.push(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },
});

export { expect };

async function signIn(request: APIRequestContext, email: string, password: string) {
  const reply = await request.post('/api/v1/sessions', {
    data: { email, password },
    headers: { origin: siteUrl },
  });
  if (!reply.ok()) throw new Error(`Signing in answered ${reply.status()}: ${await reply.text()}`);
}

export const clientWith = ({ cookies }: Cookies) =>
  createClient({
    baseUrl: siteUrl,
    headers: { origin: siteUrl, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  });

/** A draft with a title of its own, ready to publish but for its text. */
export async function aDraft(api: Client, title: string): Promise<Draft> {
  const draft = await api.drafts.create({
    title: `${title} ${randomUUID().slice(0, 8)}`,
    jobTitle: '백엔드 개발자',
  });
  return api.drafts.change(draft.id, draft.revision, {
    summary: '함께 만들 사람을 찾아요.',
    employmentType: 'FULL_TIME',
    locations: [{ country: 'KR', region: '서울', locality: '성동구' }],
    applyUrl: 'https://jobs.gonggo.example/apply',
    closesAt: '2099-12-31T14:59:00Z',
  });
}

/** Someone of this role with a password; answers how they sign in. */
export async function aPerson(api: Client, role: 'editor' | 'author' | 'viewer') {
  const email = `${role}-${randomUUID().slice(0, 8)}@gonggo.example`;
  const password = `${randomUUID()}`;
  const { account, invitation }: NewAccountReply = await api.accounts.add({
    email,
    name: `${role} 사람`,
    role,
  });
  const token = new URL(invitation.url ?? '').hash.slice(1);
  await api.accounts.acceptInvitation({ token, password });
  return { email, password, id: account.id };
}

/** Rich text of one paragraph per line. */
export const paragraphs = (...lines: string[]) => ({
  version: 1 as const,
  doc: {
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  },
});

const initials = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const vowels = 21;
const finals = 28;

/** What an input method shows on the way to one syllable: ㅎ → 하 → 한. */
function steps(syllable: string): string[] {
  const code = syllable.codePointAt(0)! - 0xac00;
  if (code < 0 || code > 11_171) return [];
  const open = String.fromCodePoint(0xac00 + Math.floor(code / finals) * finals);
  return [...new Set([initials[Math.floor(code / (vowels * finals))]!, open, syllable])];
}

/** Types by composition, jamo by jamo, as a Korean keyboard does; everything else by key. */
export async function compose(page: Page, text: string) {
  const session = await page.context().newCDPSession(page);
  for (const character of text) {
    for (const shown of steps(character)) {
      await session.send('Input.imeSetComposition', { text: shown, selectionStart: 1, selectionEnd: 1 });
    }
    await session.send('Input.insertText', { text: character });
  }
  await session.detach();
}

/** The six digits of RFC 6238 for a Base32 secret, now. */
export function totp(secret: string, now = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/[\s=]/g, '')].map((letter) =>
    alphabet.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const hash = createHmac('sha1', bytes).update(counter).digest();
  const at = hash[19]! & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Everything typed has reached the server. */
export const saved = (page: Page) => page.locator('.a-save-saved').waitFor();
