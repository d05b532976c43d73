import { Injectable } from '@nestjs/common';
import type { Role, Scope } from '@gonggo/contract';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Config } from '../platform/config/config.ts';
import type { Actor } from './actor.ts';
import { SessionCookie } from './cookie.ts';
import { hashOf } from './secrets.ts';

/** The session with its account's state of this moment: signing out, a lock, a new role act on the next request. */
const sessionSql = `
  SELECT s.id, s.account_id, a.name, a.role, s.seen_at < clock_now() - interval '1 minute' AS stale,
    greatest(s.created_at, s.confirmed_at) > clock_now() - interval '10 minutes' AS confirmed
  FROM session s JOIN account a ON a.id = s.account_id
  WHERE s.token_hash = $1 AND s.expires_at > clock_now() AND a.locked_at IS NULL`;

const touchSessionSql = `
  WITH seen AS (
    UPDATE session SET seen_at = clock_now(),
      expires_at = least(clock_now() + $2 * interval '1 day', created_at + $3 * interval '1 day')
    WHERE id = $1 RETURNING account_id)
  UPDATE account SET seen_at = clock_now() FROM seen WHERE account.id = seen.account_id`;

/** A key counts no more than whoever made it: while that account is locked, the key is nobody. */
const keySql = `
  SELECT k.id, k.name, k.scopes, k.used_at IS NULL OR k.used_at < clock_now() - interval '1 minute' AS stale
  FROM api_key k LEFT JOIN account a ON a.id = k.created_by
  WHERE k.secret_hash = $1 AND k.revoked_at IS NULL AND a.locked_at IS NULL
    AND (k.expires_at IS NULL OR k.expires_at > clock_now())`;

const touchKeySql = `UPDATE api_key SET used_at = clock_now() WHERE id = $1`;

/** Finds out who asks, from the credentials a request brings. */
@Injectable()
export class Identify {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cookie: SessionCookie,
    private readonly config: Config,
  ) {}

  /** Null when there are no credentials, or none that count. A Bearer token is the whole answer: no cookie beside it. */
  async actorOf(request: FastifyRequest): Promise<Actor | null> {
    const { authorization, cookie } = request.headers;
    if (authorization !== undefined) {
      const key = /^Bearer (gg_[\w-]{20,100})$/i.exec(authorization)?.[1];
      return key ? this.byKey(key) : null;
    }
    const token = await this.cookie.tokenIn(cookie);
    return token ? this.bySession(token) : null;
  }

  private async bySession(token: string): Promise<Actor | null> {
    type Row = {
      id: string;
      account_id: string;
      name: string;
      role: Role;
      stale: boolean;
      confirmed: boolean;
    };
    const [row] = await this.dataSource.query<Row[]>(sessionSql, [hashOf(token)]);
    if (!row) return null;
    if (row.stale) {
      const { sessionIdleDays, sessionMaxDays } = this.config;
      await this.dataSource.query(touchSessionSql, [row.id, sessionIdleDays, sessionMaxDays]);
    }
    return {
      accountId: row.account_id,
      keyId: null,
      sessionId: row.id,
      name: row.name,
      role: row.role,
      scopes: null,
      confirmed: row.confirmed,
    };
  }

  private async byKey(key: string): Promise<Actor | null> {
    type Row = { id: string; name: string; scopes: Scope[]; stale: boolean };
    const [row] = await this.dataSource.query<Row[]>(keySql, [hashOf(key)]);
    if (!row) return null;
    if (row.stale) await this.dataSource.query(touchKeySql, [row.id]);
    return {
      accountId: null,
      keyId: row.id,
      sessionId: null,
      name: row.name,
      role: 'editor',
      scopes: row.scopes,
      confirmed: false,
    };
  }
}
