import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { mayReadDrafts } from '../problem/stored-copy.ts';

/**
 * A key with `drafts:write` alone writes without reading: revisions are easy to guess, so neither the reply to a save
 * nor the `current` of a 412 (`problem.filter.ts`) may hand it the stored draft. It gets 204 and the new ETag.
 */
@Injectable()
export class WriteOnlyKeysInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.routeOptions.config.answersStored || mayReadDrafts(request.actor)) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map(() => void reply.code(204)));
  }
}
