import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.ts';
import { Transactions } from '../database/transactions.ts';
import { badRequest, Problem } from '../problem/problem.ts';
import { KeptReply } from './kept-reply.ts';

/** A reply as it is kept: JSON in `body`, and the headers that belong to it. */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  /** Without secrets. */
  body: unknown;
}

export interface Once<T> {
  /** What this request did; undefined when it is a replay. */
  done?: T;
  /** What was kept the first time. */
  replay?: Reply;
}

/** Makes a retry of a POST make one thing: the change and its reply are one transaction (trust, P4). */
@Injectable()
export class Idempotency {
  constructor(private readonly db: Transactions) {}

  /**
   * Runs `work` once per actor, method, path and key. Concurrent ones wait for the first; one with another body gets
   * 422. `keep` says what is kept of what `work` answered. `bodyHash` is a SHA-256 of what was sent, and kept only mixed with
   * the caller's key, of which we keep no more than a hash: a body can hold a password. Once there is a release, another
   * form of it needs another `keyHash` as well: what was kept in the old form would be taken for another body.
   */
  once<T>(
    actor: Actor,
    request: { method: string; path: string; key: string; bodyHash: string },
    work: (tx: EntityManager) => Promise<T>,
    keep: (done: T) => Reply,
  ): Promise<Once<T>> {
    const { method, path } = request;
    const who = actor.accountId ?? actor.keyId ?? '';
    const key = checkedKey(request.key);
    const keyHash = sha256([who, method, path, key].join('\n'));
    const bodyHash = createHmac('sha256', key).update(request.bodyHash).digest('hex');
    return this.db.run(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(('x' || left($1, 16))::bit(64)::bigint)`, [keyHash]);
      const kept = await tx.findOneBy(KeptReply, { keyHash });
      if (kept) {
        if (kept.bodyHash !== bodyHash) throw mismatch();
        const body: unknown = kept.reply === null ? undefined : JSON.parse(kept.reply);
        return { replay: { status: kept.status, headers: kept.headers, body } };
      }
      const done = await work(tx);
      const { status, headers, body } = keep(done);
      const reply = body === undefined ? null : JSON.stringify(body);
      await tx.insert(KeptReply, { keyHash, actor: who, method, path, bodyHash, status, headers, reply });
      return { done };
    });
  }
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The same JSON in another order of keys is the same body. */
export function hashOfBody(body: unknown): string {
  return sha256(
    JSON.stringify(body ?? null, (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ),
  );
}

function checkedKey(key: string): string {
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw badRequest('Idempotency-Key must be 1 to 200 visible ASCII characters.', [
    { pointer: 'Idempotency-Key', message: 'A UUID of your own does well.' },
  ]);
}

const mismatch = () =>
  new Problem(
    422,
    'idempotency-mismatch',
    'This Idempotency-Key was used with another body. Use a new key for a new request.',
  );
