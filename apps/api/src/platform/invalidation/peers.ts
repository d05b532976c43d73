import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audience, longestWait, type Member, Sites } from './audience.ts';
import { News } from './news.ts';

/** Where processes of the API tell each other what they have forgotten. */
export const peersChannel = 'gonggo_peers';

const announceEveryMs = 15_000;
/** A process that is not heard of for so long is gone. */
const forgetAfterMs = 40_000;
/** No more are waited for: any role of the database may say that it is one. */
const mostPeers = 100;

/**
 * `here` = I am one, `hello` = the same, say so too; `gone`; `heard` = my copies and my sites' are as new as
 * `revision`; `relay` = a site of yours told me that it has heard.
 */
interface Word {
  from: string;
  what: 'hello' | 'here' | 'gone' | 'heard' | 'relay';
  revision?: number;
  whole?: boolean;
  listener?: string;
}

/**
 * The API's processes on one database, each with copies of its own and sites that listen to it. Presence is told over
 * the database like the changes themselves, and PostgreSQL hands notices on in the order of commits: who hears its
 * own change has heard of everybody who began to listen before it.
 */
@Injectable()
export class Peers {
  /** Names this process. */
  readonly id = randomUUID();
  private readonly others = new Audience();
  private readonly known = new Map<string, { member: Member; seenAt: number }>();
  /** The newest change that the database has told us of. */
  private readonly line = new Audience();
  private ear = this.line.join(0);
  private send: ((payload: string) => Promise<unknown>) | null = null;
  private readonly listeners = new Map<string, Member>();
  private readonly tick = setInterval(() => this.announce(), announceEveryMs).unref();

  constructor(
    private readonly news: News,
    private readonly sites: Sites,
  ) {
    news.listen({ onFeed: ({ revision }) => this.fed(revision), onLost: () => this.silent() });
  }

  /** The line stands: `send` notifies `peersChannel` over it. Resolves once the others can know of us. */
  async start(send: (payload: string) => Promise<unknown>): Promise<void> {
    this.send = send;
    this.ear = this.line.join(this.news.revision);
    await this.say({ what: 'hello' });
  }

  /** Before the line ends for good. */
  async stop(): Promise<void> {
    clearInterval(this.tick);
    await this.say({ what: 'gone' });
  }

  /** From the database. */
  told(payload: string): void {
    const word = readWord(payload);
    if (!word) return;
    if (word.what === 'relay') return this.listeners.get(word.listener ?? '')?.heard(word.revision ?? 0);
    if (word.from === this.id) return;
    if (word.what === 'gone') return this.forget(word.from);
    const peer = this.meet(word.from);
    if (word.what === 'hello') void this.say({ what: 'here' });
    if (word.what === 'heard' && word.revision !== undefined) peer?.heard(word.revision, word.whole);
  }

  /** A site listens to us; `listener` is what it names itself by when it has heard. */
  listen(listener: string, revision: number): Member {
    const member = this.sites.join(revision);
    this.listeners.set(listener, member);
    return { ...member, leave: () => (this.listeners.delete(listener), member.leave()) };
  }

  /** A site's word, whichever process it listens to. */
  heard(listener: string, revision: number): void {
    const member = this.listeners.get(listener);
    if (member) member.heard(revision);
    else if (!listener.startsWith(this.id)) void this.say({ what: 'relay', listener, revision });
  }

  /** Waits a moment until no copy of ours shows what was there before `revision`; answers whether that is so. */
  async informed(revision: number): Promise<boolean> {
    if (!this.news.hears) return false;
    const until = performance.now() + longestWait;
    const [told, others, sites] = await Promise.all([
      this.line.informed(revision),
      this.line.informed(revision).then(() => this.others.informed(revision, until - performance.now())),
      this.sites.informed(revision),
    ]);
    return told && others && sites && this.news.hears;
  }

  private fed(revision: number): void {
    this.ear.heard(revision);
    if (this.known.size === 0) return;
    void this.sites.informed(revision).then((whole) => this.say({ what: 'heard', revision, whole }));
  }

  private silent(): void {
    this.ear.leave();
    for (const id of [...this.known.keys()]) this.forget(id);
  }

  private announce(): void {
    const now = Date.now();
    for (const [id, { seenAt }] of this.known) if (now - seenAt > forgetAfterMs) this.forget(id);
    void this.say({ what: 'here' });
  }

  private meet(id: string): Member | null {
    const known = this.known.get(id);
    if (known) {
      known.seenAt = Date.now();
      return known.member;
    }
    if (this.known.size >= mostPeers) return null;
    const member = this.others.join(this.news.revision);
    this.known.set(id, { member, seenAt: Date.now() });
    return member;
  }

  private forget(id: string): void {
    this.known.get(id)?.member.leave();
    this.known.delete(id);
  }

  private async say(word: Omit<Word, 'from'>): Promise<void> {
    // What cannot be said is not heard: then others wait for us once, and go on.
    await this.send?.(JSON.stringify({ from: this.id, ...word })).catch(() => undefined);
  }
}

const words: Word['what'][] = ['hello', 'here', 'gone', 'heard', 'relay'];

/** null = nothing of ours: any role of the database may notify. */
function readWord(payload: string): Word | null {
  try {
    const { from, what, revision, whole, listener } = JSON.parse(payload) as Record<string, unknown>;
    const known = words.find((one) => one === what);
    if (typeof from !== 'string' || from.length > 40 || !known) return null;
    return {
      from,
      what: known,
      ...(Number.isSafeInteger(revision) ? { revision: revision as number } : {}),
      ...(typeof whole === 'boolean' ? { whole } : {}),
      ...(typeof listener === 'string' ? { listener } : {}),
    };
  } catch {
    return null;
  }
}
