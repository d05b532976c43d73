import pg from 'pg';
import { preparingSql, type Prepared, type Session } from './session.ts';

/** What a connection needs to be told, beside where the database is. */
export interface ConnectionConfig extends pg.ClientConfig {
  session: Session;
}

/** The address led to another user than the one this connection is for: every rule about rights would be off. */
export class WrongRole extends Error {
  override name = 'WrongRole';
  constructor(wanted: string, found: string) {
    super(
      `This connection must be signed in as ${wanted}, but is ${found}: nothing is served with another role’s ` +
        'rights. Look for what changes the user: the address in DATABASE_URL, a pooler, ALTER ROLE … SET role.',
    );
  }
}

/** What of node-postgres is not in its types. */
interface Inside {
  connection: { stream: NodeJS.Socket & { setTimeout(ms: number, then: () => void): unknown } };
  readyForQuery: boolean;
  processID: number;
}

/**
 * A connection that is ready once it is signed in, has our settings and is known to be who it must be; and that gives
 * itself up when the server falls silent.
 */
export class Connection extends pg.Client {
  /** What the server said when it was prepared. */
  prepared: Prepared | undefined;
  private readonly session: Session;

  constructor(config: ConnectionConfig) {
    super(config);
    this.session = config.session;
    // The server may end it in the moment between its being handed out and its new holder's listening: an error that
    // nobody listens to would end the process. The holder's next query tells.
    this.on('error', () => undefined);
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: ((error: Error) => void) | ((error: null, client: pg.Client) => void)): void;
  override connect(callback?: unknown): Promise<pg.Client> | void {
    const ready = this.signIn();
    if (typeof callback !== 'function') return ready;
    const tell = callback as (error: Error | null, client?: pg.Client) => void;
    // Out of the promise: what the callback throws is its caller's.
    ready.then(
      () => process.nextTick(tell, null, this),
      (error: Error) => process.nextTick(tell, error),
    );
  }

  /** The server's process is the one that it introduced itself as: nothing pools connections on the way. */
  get isDirect(): boolean {
    return this.prepared?.process === (this as unknown as Inside).processID;
  }

  private async signIn(): Promise<pg.Client> {
    await super.connect();
    try {
      if (this.session.silentMs) this.watch(this.session.silentMs);
      const [, said] = (await this.query(
        preparingSql(this.session),
      )) as unknown as pg.QueryResult<Prepared>[];
      const prepared = said?.rows[0];
      if (!prepared) throw new Error('The database did not say who we are.');
      this.prepared = prepared;
      this.check(prepared);
    } catch (error) {
      this.end().catch(() => undefined);
      throw error;
    }
    return this;
  }

  private check({ role, schema }: Prepared): void {
    const wanted = this.session.role;
    if (wanted === null) return;
    if (role !== wanted) throw new WrongRole(wanted, role);
    if (schema === null) {
      throw Object.assign(new Error(`there are no tables that ${role} may read`), { code: '42P01' });
    }
  }

  /** A cable that was cut says nothing: bytes that don't come are the only sign. */
  private watch(silentMs: number): void {
    const inside = this as unknown as Inside;
    const { stream } = inside.connection;
    stream.setTimeout(silentMs, () => {
      if (inside.readyForQuery) return;
      const silence = new Error(`The database said nothing for ${silentMs} ms`);
      (stream as unknown as { destroy(error: Error): void }).destroy(
        Object.assign(silence, { code: '08006' }),
      );
    });
  }
}
