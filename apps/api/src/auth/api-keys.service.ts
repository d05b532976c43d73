import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type * as Wire from '@gonggo/contract';
import { In, IsNull } from 'typeorm';
import { Transactions } from '../platform/database/transactions.ts';
import { badRequest, conflict, notFound } from '../platform/problem/problem.ts';
import { Account } from './account.ts';
import type { Actor } from './actor.ts';
import { ApiKey } from './api-key.ts';
import { audit } from '../platform/audit/audit.ts';
import { may } from './may.ts';
import { presentApiKey } from './present.ts';
import { hashOf, newToken } from './secrets.ts';

const most = 1000;

/** Keys for programs, for owners to give out. */
@Injectable()
export class ApiKeysService {
  constructor(private readonly db: Transactions) {}

  /** Revoked keys are gone from the list; expired ones are shown with their end. */
  async list(actor: Actor): Promise<Wire.ApiKeyList> {
    may(actor, 'accounts');
    const rows = await this.db.manager.find(ApiKey, {
      where: { revokedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'ASC' },
      take: most,
    });
    const makers = new Map((await this.makersOf(rows)).map((maker) => [maker.id, maker]));
    return { data: rows.map((row) => presentApiKey(row, makers.get(row.createdBy ?? '') ?? null)) };
  }

  add(actor: Actor, body: Wire.NewApiKey): Promise<Wire.NewApiKeyReply> {
    return this.db.run(async (tx) => {
      may(actor, 'accounts');
      if (!body.scopes.length) throw wrong('/scopes', 'Name one scope at least.');
      const expiresAt = body.expiresAt ? new Date(body.expiresAt) : null;
      if (expiresAt && expiresAt.getTime() <= Date.now()) throw wrong('/expiresAt', 'Must be in the future.');
      if ((await tx.countBy(ApiKey, { revokedAt: IsNull() })) >= most)
        throw conflict('Revoke keys you no longer use.');

      const secret = `gg_${newToken()}`;
      const id = randomUUID();
      await tx.insert(ApiKey, {
        id,
        name: body.name,
        prefix: secret.slice(0, 9),
        secretHash: hashOf(secret),
        scopes: [...new Set(body.scopes)],
        createdBy: actor.accountId,
        expiresAt,
      });
      await audit(
        tx,
        actor,
        'api-key.created',
        { kind: 'api-key', id },
        { name: body.name, scopes: body.scopes },
      );
      const maker = await tx.findOneBy(Account, { id: actor.accountId ?? '' });
      return { apiKey: presentApiKey(await tx.findOneByOrFail(ApiKey, { id }), maker), secret };
    });
  }

  /** Acts on the key's next request. */
  revoke(actor: Actor, id: string): Promise<void> {
    return this.db.run(async (tx) => {
      may(actor, 'accounts');
      const { affected } = await tx.update(
        ApiKey,
        { id, revokedAt: IsNull() },
        { revokedAt: () => 'clock_now()' },
      );
      if (!affected) throw notFound('such API key');
      await audit(tx, actor, 'api-key.revoked', { kind: 'api-key', id });
    });
  }

  private makersOf(rows: ApiKey[]): Promise<Account[]> {
    const ids = [...new Set(rows.flatMap(({ createdBy }) => createdBy ?? []))];
    return this.db.manager.findBy(Account, { id: In(ids) });
  }
}

const wrong = (pointer: string, message: string) =>
  badRequest('The key cannot be made like this.', [{ pointer, message }]);
