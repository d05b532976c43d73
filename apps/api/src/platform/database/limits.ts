import type { Session } from './session.ts';

/** How a pool behaves: its own limits of time, and those of its connections. Milliseconds. */
export interface Limits {
  /** For a free connection, or for a new one to be ready. */
  connectionTimeoutMillis: number;
  idleTimeoutMillis: number;
  session: Session;
}

/**
 * Limits of connections that serve authors (trust, rule M). A request waits for a connection, then asks: both together
 * end within five seconds when the database says nothing, and who only waits is told within two.
 */
export const servingLimits = (role: string): Limits => ({
  connectionTimeoutMillis: 1_900,
  idleTimeoutMillis: 30_000,
  session: {
    role,
    readOnly: false,
    statementMs: 2_800,
    lockMs: 1_800,
    idleInTransactionMs: 10_000,
    silentMs: 3_000,
  },
});

/** Public readings are quick, and may have asked a replica before: less patience. */
export const readingLimits = (role: string): Limits => ({
  connectionTimeoutMillis: 1_300,
  idleTimeoutMillis: 30_000,
  session: { ...servingLimits(role).session, readOnly: true, statementMs: 1_900, silentMs: 2_100 },
});

/** A replica can be done without: one that says nothing does not hold readers up for long. */
export const replicaLimits = (role: string): Limits => ({
  ...readingLimits(role),
  connectionTimeoutMillis: 500,
  session: { ...readingLimits(role).session, silentMs: 900 },
});

/** The owner migrates, however long it takes. */
export const owningSession: Session = {
  role: null,
  readOnly: false,
  statementMs: 0,
  lockMs: 0,
  idleInTransactionMs: 0,
  silentMs: 0,
};
