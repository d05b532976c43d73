import 'reflect-metadata';
import type { Socket } from 'node:net';
import { bearSlowClients, behindProxy, patience } from '@gonggo/reply-store';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { auditContext } from './platform/audit/audit.ts';
import { addGuard } from './auth/guard.ts';
import { Identify } from './auth/identify.ts';
import { refusalWriter } from './auth/refused-access.ts';
import { AppModule } from './app.module.ts';
import type { Config } from './platform/config/config.ts';
import { ProcessLog } from './platform/config/process-log.ts';
import { bodyPipe } from './platform/http/body.pipe.ts';
import { answerNonsense, type ClientError } from './platform/http/nonsense.ts';
import { Admission } from './platform/http/admission.ts';
import { addDraining, addReplyHooks, addRequestChecks, requestId } from './platform/http/hooks.ts';
import { addCrossOrigin } from './platform/http/cross-origin.ts';
import { addTransportSecurity } from './platform/http/transport-security.ts';
import { parseJsonBodies } from './platform/http/json-body.ts';
import { WritersWait } from './platform/invalidation/writers-wait.ts';
import { slowClientsOf } from './platform/http/slow-clients.ts';
import { Stopping } from './platform/http/stopping.ts';
import { KnownRoutes } from './platform/problem/known-routes.ts';
import { ProblemFilter } from './platform/problem/problem.filter.ts';

/** The application with everything that every request passes, put together but not listening: main, tests, generator. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const routes = new KnownRoutes();
  const problems = new ProblemFilter(routes, config.siteUrl);
  const slowness = config.trustedProxies.length ? behindProxy : patience;
  const adapter = new FastifyAdapter({
    trustProxy: config.trustedProxies.length ? config.trustedProxies : false,
    genReqId: requestId,
    requestIdHeader: false,
    // A slug has up to 120 characters.
    routerOptions: { maxParamLength: 200 },
    ...slowness,
    http: slowness,
    // While we drain, what still comes on open connections is answered, not refused.
    return503OnClosing: false,
    skipMiddie: true,
    clientErrorHandler: (error: ClientError, socket: Socket) => answerNonsense(error, socket, config.siteUrl),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      problems.answer(error, request, reply),
  });
  const fastify = adapter.getInstance();
  routes.watch(fastify);
  fastify.decorate('knownRoutes', { getter: () => routes });
  parseJsonBodies(fastify);

  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(config), adapter, {
    abortOnError: false,
    bodyParser: false,
    logger: new ProcessLog(config, [auditContext]),
  });
  setPrefix(app);
  app.useGlobalFilters(problems);
  app.useGlobalPipes(bodyPipe());

  addTransportSecurity(fastify, config);
  addCrossOrigin(fastify);
  const admission = app.get(Admission, { strict: false });
  addReplyHooks(fastify, routes);
  addGuard(fastify, app.get(Identify, { strict: false }), config, admission.known);
  problems.onForbidden = refusalWriter(app.get(DataSource, { strict: false }));
  addRequestChecks(fastify);
  app.get(WritersWait, { strict: false }).addTo(fastify);
  admission.addTo(fastify);
  addDraining(fastify, app.get(Stopping, { strict: false }).watch(fastify.server));
  bearSlowClients(fastify.server, slowClientsOf(config));
  return app;
}

/** What is not of version 1, or not JSON for programs, has an address of its own: health, docs, image bytes. */
export function setPrefix(app: NestFastifyApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['api', 'api/{*path}', 'media/{*path}'] });
}
