import type { FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { audit } from '../platform/audit/audit.ts';
import { OnceAMinute } from './once-a-minute.ts';

/** Writes down who was refused what they may not do: once a minute for each actor and route. */
export function refusalWriter(db: DataSource): (request: FastifyRequest) => void {
  const written = new OnceAMinute();
  return ({ actor, method, routeOptions }) => {
    if (!actor) return;
    const route = `${method} ${routeOptions.url ?? ''}`;
    if (!written.isFirst(`${actor.accountId ?? actor.keyId} ${route}`)) return;
    // Nobody waits for it, and the refusal stands whether or not it can be written.
    void audit(db.manager, actor, 'access.refused', { kind: 'route', id: null }, { route }).catch(
      () => undefined,
    );
  };
}
