import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../config/config.ts';
import { clientConfig } from '../database/client-config.ts';
import { Connection } from '../database/connection.ts';
import { readingLimits } from '../database/limits.ts';
import { servingRoles } from '../database/serving-roles.ts';
import { News, newsChannel } from './news.ts';
import { Peers, peersChannel } from './peers.ts';
import type { PublicNews } from './news.ts';
import { readNotice } from './read-notice.ts';

const checkEveryMs = 5_000;
const answerWithinMs = 3_000;
/** Each change of what is public makes one revision, and is told: so many at once are missed by nobody. */
const farAhead = 100_000;
/** Notices that may wait for the database to say how far it is. */
const mostEarly = 1_000;

/** The connection that listens for news: of its own, always to the primary, reconnecting until told to stop. */
@Injectable()
export class NewsLine implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(NewsLine.name);
  private client: pg.Client | null = null;
  private check: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private waitMs = 100;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly news: News,
    private readonly peers: Peers,
  ) {}

  /** Starts deaf, so that nothing is believed before the line stands; does not hold up the start. */
  onApplicationBootstrap(): void {
    this.news.lost();
    void this.connect();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.retry);
    clearInterval(this.check);
    // What is still answered until the end must not believe that silence means nothing happened.
    this.news.lost();
    await this.peers.stop();
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const { reader } = servingRoles(this.config);
    const client = new Connection({
      ...clientConfig(this.config.databaseUrl, reader),
      session: readingLimits(reader.name).session,
      application_name: 'gonggo news',
      connectionTimeoutMillis: answerWithinMs,
      query_timeout: answerWithinMs,
      keepAlive: true,
    });
    client.on('error', (error) => this.broken(client, error));
    client.on('end', () => this.broken(client));
    /** null = the database has not said yet how far it is. */
    let newest: number | null = null;
    const early: PublicNews[] = [];
    const hear = (told: PublicNews, known: number) => {
      // Believed, it would make every reply outdated for ever: asking the database again tells what is true.
      if (told.revision > known + farAhead)
        return this.broken(client, new Error(`a notice names revision ${told.revision}`));
      newest = Math.max(known, told.revision);
      this.news.heard(told);
    };
    client.on('notification', ({ channel, payload }) => {
      if (channel === peersChannel && payload) return this.peers.told(payload);
      if (channel !== newsChannel || !payload) return;
      const told = readNotice(payload);
      if (!told)
        return void this.log.warn('Something that is no notice of ours came by the channel of news.');
      if (newest !== null) hear(told, newest);
      else if (early.length < mostEarly) early.push(told);
      else this.broken(client, new Error('too many notices came before the first answer'));
    });
    this.client = client;
    // One after the other: the driver will not queue statements for ever.
    let last: Promise<unknown> = Promise.resolve();
    const ask = (text: string, values: string[] = []) =>
      (last = last.catch(() => undefined).then(() => client.query(text, values)));
    try {
      await client.connect();
      await client.query(`LISTEN ${newsChannel}; LISTEN ${peersChannel}`);
      // From here on every change is told; this says which ones were made before.
      const { rows } = await client.query<{ revision: string }>('SELECT revision FROM change_counter');
      newest = Number(rows[0]?.revision ?? 0);
      // Notices may overtake the answer; only what it says tells whether they can be true.
      for (const told of early) hear(told, newest);
      // Before we believe our copies: from now on writers elsewhere wait for us.
      await this.peers.start((word) => ask('SELECT pg_notify($1, $2)', [peersChannel, word]));
    } catch (error) {
      this.broken(client, error as Error);
      return;
    }
    if (this.client !== client || this.stopped) return;
    this.waitMs = 100;
    // A cable that was cut says nothing: only a question that stays unanswered tells.
    this.check = setInterval(
      () => void ask('SELECT 1').catch((error: Error) => this.broken(client, error)),
      checkEveryMs,
    );
    this.check.unref();
    this.news.back(newest ?? 0);
  }

  private broken(client: pg.Client, error?: Error): void {
    if (this.client !== client) return;
    this.client = null;
    clearInterval(this.check);
    client.end().catch(() => undefined);
    if (this.stopped) return;
    this.news.lost();
    if (this.waitMs === 100) this.log.warn(`News stopped: ${error?.message ?? 'the connection ended'}`);
    this.retry = setTimeout(() => void this.connect(), this.waitMs);
    this.retry.unref();
    this.waitMs = Math.min(this.waitMs * 2, 2_000);
  }
}
