import { getSchemaPath, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemBody } from '@gonggo/contract';
import type { FastifyContextConfig } from 'fastify';
import { accessExtension } from '../http/access.ts';

type PathItem = OpenAPIObject['paths'][string];
type Operation = NonNullable<PathItem['get']>;

const methods = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const;

const refusals: Record<number, string> = {
  400: 'Not understood: `errors` says where',
  401: 'No credentials, or none that count',
  403: 'Not allowed',
  404: 'There is no such thing',
  409: 'The present state forbids it',
  412: 'Changed in the meantime: `current` is the stored copy, for who may read it',
  413: 'Too large',
  415: 'Wrong media type',
  422: 'The Idempotency-Key was used with another body, or the posting is not ready',
  428: 'If-Match is missing',
  429: 'Too many attempts: see Retry-After',
  500: 'A fault of ours',
  503: 'Overloaded: see Retry-After',
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Your own unique key: sending the request again with it makes nothing twice. Kept 24 hours at least.',
  schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[!-~]+$' },
} as const;

/** Gives every operation what all of them have: who may, which refusals there are, the Idempotency-Key. */
export function completeOperations(document: OpenAPIObject): void {
  document.components ??= {};
  document.components.responses = Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [
      `Problem${status}`,
      {
        description,
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemBody) } } },
      },
    ]),
  );
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method] as Operation | undefined;
      if (operation) complete(operation, method, path);
    }
  }
}

function complete(operation: Operation, method: string, path: string): void {
  const access = takeAccess(operation);
  operation.security = securityOf(access);
  const isWrite = method !== 'get' && method !== 'head';
  if (method === 'post' && !access.public)
    operation.parameters = [...(operation.parameters ?? []), idempotencyKey];
  if (access.answersStored) {
    operation.responses[204] ??= { description: 'Saved; for API keys without the scope `drafts:read`' };
  }
  for (const status of statusesOf(operation, access, isWrite, path)) {
    operation.responses[status] ??= { $ref: `#/components/responses/Problem${status}` };
  }
}

function takeAccess(operation: Operation): FastifyContextConfig {
  const said = Object.entries(operation).filter(([key]) => key.startsWith(accessExtension));
  for (const [key] of said) Reflect.deleteProperty(operation, key);
  return Object.fromEntries(said.map(([key, value]) => [key.slice(accessExtension.length), value]));
}

function securityOf({ public: open, knows, needs }: FastifyContextConfig): Operation['security'] {
  const credentials: Record<string, string[]>[] = [{ session: [] }, ...(needs ? [{ apiKey: [needs] }] : [])];
  if (!open) return credentials;
  return knows ? [{}, ...credentials] : [];
}

function statusesOf(
  operation: Operation,
  access: FastifyContextConfig,
  isWrite: boolean,
  path: string,
): number[] {
  const revision = operation.parameters?.find((one) => 'name' in one && one.name === 'If-Match');
  const needsRevision = revision && 'required' in revision && revision.required;
  return [
    400,
    ...(access.public && !isWrite ? [] : [401, 403]),
    ...(path.includes('{') ? [404] : []),
    // A body nobody asked for is refused as well.
    ...(isWrite ? [409, 413, 415, 422, 429] : []),
    ...(revision ? [412] : []),
    ...(needsRevision ? [428] : []),
    500,
    503,
  ];
}
