import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role, Scope } from '@gonggo/contract';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../platform/problem/problem.ts';

export { AnswersStored, Needs, Public, RequiresConfirmation } from '../platform/http/access.ts';

/** Who asks. A person has `accountId` and `sessionId`, a program `keyId` and `scopes`; both have a role. */
export interface Actor {
  accountId: string | null;
  keyId: string | null;
  sessionId: string | null;
  name: string;
  role: Role;
  scopes: Scope[] | null;
  /** A person signed in or confirmed the session within the last ten minutes. */
  confirmed: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guard; null on public routes. */
    actor: Actor | null;
  }
}

/** A parameter: who asks. Only on routes that are not public. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!actor) throw unauthenticated();
  return actor;
});

/** A parameter of public routes with `@Knows()`: who asks, or null. */
export const MaybeBy = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor | null =>
    context.switchToHttp().getRequest<FastifyRequest>().actor,
);

const refused = (detail: string) =>
  new Problem(401, 'unauthenticated', detail, { headers: { 'www-authenticate': 'Bearer' } });

export const unauthenticated = () => refused('Sign in, or send an API key as Authorization: Bearer.');

/** Unknown, revoked and expired alike: which of them is not told to whoever tries keys. */
export const wrongKey = () =>
  refused('The API key is not valid: mistyped, revoked or expired. Send one as Authorization: Bearer.');
