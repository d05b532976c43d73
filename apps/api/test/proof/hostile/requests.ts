import { createHash } from 'node:crypto';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { RawRequest } from '../raw-http.ts';
import { badHeaders, badIds, badQueries, badValues, rawBodies } from './shapes.ts';

/** One request nobody honest would send. */
export interface HostileRequest extends RawRequest {
  /** `PATCH /api/v1/me` */
  operation: string;
  shape: string;
  /** Wrong in the very place where the operation looks. */
  aimed: boolean;
}

/** As much of an OpenAPI operation as the generator needs. */
export interface Operation {
  method: string;
  /** `/api/v1/drafts/{id}` */
  path: string;
  /** The same with ids of what is there. */
  at: string;
  takesRevision: boolean;
  /** Parameters of its query. */
  query: string[];
  multipart: boolean;
  body: Schema | null;
}

interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  enum?: unknown[];
  format?: string;
  minimum?: number;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
}

interface Described {
  parameters?: { name?: string; in?: string }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;
const json = { 'content-type': 'application/json' };
const someId = '00000000-0000-4000-8000-000000000000';

/** Stands for the revision of the resource at the moment of sending, so that later checks are reached, too. */
export const present = 'the present one';

/** Every operation of the document; `idsOf` names what is there to be attacked. */
export function operationsOf(
  { paths, components }: OpenAPIObject,
  idsOf: (path: string) => Record<string, string>,
): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => {
        const { parameters = [], requestBody } = item[method] as Described;
        const content = requestBody?.content ?? {};
        const schema = content['application/json']?.schema ?? null;
        const ids = idsOf(path);
        return {
          method: method.toUpperCase(),
          path,
          at: path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(ids[name] ?? someId)),
          takesRevision: parameters.some(({ name }) => name === 'If-Match'),
          query: parameters.filter((one) => one.in === 'query').map(({ name = '' }) => name),
          multipart: 'multipart/form-data' in content,
          body: schema && resolved(schema, components?.schemas as Record<string, Schema>),
        };
      }),
  );
}

/** Every hostile request for one operation, in a fixed order. */
export function* hostileRequests(operation: Operation): Generator<HostileRequest> {
  const { method, path, at, takesRevision, body } = operation;
  const writes = method !== 'GET';
  const always = { ...(writes ? json : {}), ...(takesRevision ? { 'if-match': present } : {}) };
  const whatever = writes && body ? { body: '{}' } : {};
  const one = (shape: string, more: Partial<HostileRequest>): HostileRequest => ({
    operation: `${method} ${path}`,
    shape,
    aimed: false,
    method,
    path: at,
    ...more,
    headers: { ...always, ...more.headers },
  });

  for (const id of path.includes('{') ? badIds : []) {
    yield one(`id ${id.slice(0, 12)}`, { path: path.replace(/\{[^}]+\}/g, id), ...whatever });
  }
  for (const query of badQueries) {
    const aimed = operation.query.includes(query.split('=', 1)[0] ?? '');
    yield one(`query ${query.slice(0, 24)}`, { path: `${at}?${query}`, aimed, ...whatever });
  }
  for (const [shape, headers] of badHeaders) yield one(shape, { headers, ...whatever });
  if (!writes) return;

  for (const [shape, sent, headers = {}] of rawBodies) yield one(shape, { headers, body: sent });
  const right = body && exampleOf(body);
  if (typeof right !== 'object' || right === null) return;
  for (const name of Object.keys(right)) {
    for (const [shape, value] of badValues) {
      yield one(`${name}: ${shape}`, { body: JSON.stringify({ ...right, [name]: value }) });
    }
  }
  yield one('extra key', { body: JSON.stringify({ ...right, isAdmin: true }) });
}

/** So many of them, always the same ones, spread over all shapes; and all that are aimed. */
export function sample(requests: Iterable<HostileRequest>, most: number, salt = ''): HostileRequest[] {
  const order = ({ operation, shape }: HostileRequest) =>
    createHash('sha256').update(`${salt}${operation} ${shape}`).digest('hex');
  const sorted = [...requests]
    .map((request) => ({ request, order: order(request) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ request }) => request);
  return sorted.filter(({ aimed }, index) => aimed || index < most);
}

/** A schema with its references put in their places. */
function resolved(schema: Schema, schemas: Record<string, Schema>, depth = 0): Schema {
  if (depth > 8) return {};
  const { $ref, properties, ...rest } = schema;
  if ($ref) return resolved(schemas[$ref.replace(/^.*\//, '')] ?? {}, schemas, depth + 1);
  const each = (list: Schema[] | undefined) => list?.map((one) => resolved(one, schemas, depth + 1));
  return {
    ...rest,
    ...(properties
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, one]) => [name, resolved(one, schemas, depth + 1)]),
          ),
        }
      : {}),
    ...(rest.anyOf ? { anyOf: each(rest.anyOf) } : {}),
    ...(rest.oneOf ? { oneOf: each(rest.oneOf) } : {}),
    ...(rest.allOf ? { allOf: each(rest.allOf) } : {}),
  } as Schema;
}

/** A body that fits a schema well enough to reach the checks behind the first one. */
function exampleOf(schema: Schema): unknown {
  const choice = schema.oneOf?.[0] ?? schema.anyOf?.[0] ?? schema.allOf?.[0];
  if (choice) return exampleOf(choice);
  if (schema.enum) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object' || schema.properties) {
    const fields = Object.entries(schema.properties ?? {});
    return Object.fromEntries(fields.map(([name, one]) => [name, exampleOf(one)]));
  }
  if (type === 'array') return [];
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
  if (type === 'boolean') return true;
  if (schema.format === 'uuid') return someId;
  if (schema.format === 'date-time') return '2031-01-01T00:00:00Z';
  return 'example-text';
}
