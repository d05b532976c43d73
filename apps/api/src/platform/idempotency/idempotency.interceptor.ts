import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { hashOfBody, Idempotency, type Reply } from './idempotency.ts';
import { secretFieldsKey, withoutSecrets } from './secret-reply.ts';

const keptHeaders = ['etag', 'location'];

/** Gives every authorised POST its Idempotency-Key. Uploads, whose bodies are streams, call `Idempotency.once`. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const key = request.headers['idempotency-key'];
    const { multipart } = request.routeOptions.config;
    if (request.method !== 'POST' || typeof key !== 'string' || !request.actor || multipart)
      return next.handle();

    const secrets = this.reflector.get<string[] | undefined>(secretFieldsKey, context.getHandler()) ?? [];
    return from(this.answer(request, context.switchToHttp().getResponse<FastifyReply>(), key, secrets, next));
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    secrets: string[],
    next: CallHandler,
  ): Promise<unknown> {
    if (!request.actor) return undefined;
    const path = request.url.split('?', 1)[0] ?? '';
    const { done, replay } = await this.idempotency.once<{ body: unknown }>(
      request.actor,
      { method: 'POST', path, key, bodyHash: hashOfBody(request.body) },
      async () => ({ body: await lastValueFrom(next.handle(), { defaultValue: undefined }) }),
      ({ body }) => ({
        status: reply.statusCode,
        headers: headersOf(reply),
        body: withoutSecrets(body, secrets),
      }),
    );
    return replay ? sendAgain(reply, replay) : done?.body;
  }
}

/** Says that it is a replay, so that a caller who misses a secret knows why. */
export function sendAgain(reply: FastifyReply, { status, headers, body }: Reply): unknown {
  reply.code(status).headers(headers).header('idempotency-replayed', 'true');
  return body;
}

function headersOf(reply: FastifyReply): Record<string, string> {
  const entries = keptHeaders.map((name) => [name, reply.getHeader(name)] as const);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
