import type { OpenAPIObject } from '@nestjs/swagger';
import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Says what is wrong with a reply by the API's own description, or null. */
export type ReplyCheck = (method: string, url: string, reply: Response) => Promise<string | null>;

type Json = Record<string, unknown>;
interface Described {
  pattern: RegExp;
  pointer: string;
  parameters: number;
  item: Record<string, { responses: Record<string, Json> } | undefined>;
}

/**
 * Checks every reply of the tests against OpenAPI: its status is declared, its body has the declared shape and
 * nothing besides. Objects are closed for that: a field that is not in the contract is a leak until it is.
 */
export function replyCheck(document: OpenAPIObject): ReplyCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(closed(structuredClone(document) as unknown as Json), 'api');
  const validators = new Map<string, ValidateFunction>();
  const validator = (pointer: string): ValidateFunction => {
    const known = validators.get(pointer) ?? ajv.compile({ $ref: `api${pointer}` });
    validators.set(pointer, known);
    return known;
  };
  const paths = pathsOf(document);

  return async (method, url, reply) => {
    const where = `${method} ${new URL(url).pathname} → ${reply.status}`;
    const type = reply.headers.get('content-type')?.split(';', 1)[0] ?? '';
    for (const header of ['x-request-id', 'x-content-type-options', 'cache-control']) {
      if (!reply.headers.get(header)) return `${where}: no ${header}`;
    }
    const problem = type === 'application/problem+json';
    if (reply.status >= 400 && !problem) return `${where}: an error that is no problem+json but ${type}`;

    const described = paths.find(({ pattern }) => pattern.test(new URL(url).pathname));
    const operation = described?.item[method === 'HEAD' ? 'get' : method.toLowerCase()];
    const body =
      method === 'HEAD' || !/json$/.test(type) ? undefined : ((await reply.clone().json()) as Json);
    if (problem && body && body['status'] !== reply.status)
      return `${where}: the problem says ${String(body['status'])}`;
    if (!described || !operation) {
      if (reply.status === 404 || reply.status === 405 || (method === 'OPTIONS' && reply.status === 204))
        return null;
      return reply.status >= 400 ? null : `${where}: not described`;
    }
    if (reply.status === 304 && (method === 'GET' || method === 'HEAD')) return null;
    const declared = operation.responses[String(reply.status)];
    if (!declared) return `${where}: status not declared`;
    if (body === undefined) return null;

    const pointer = contentPointer(
      declared,
      `${described.pointer}/${method === 'HEAD' ? 'get' : method.toLowerCase()}`,
      reply.status,
      type,
    );
    if (!pointer) return `${where}: ${type} not declared`;
    const validate = validator(pointer);
    if (validate(body)) return null;
    const error = validate.errors?.[0];
    return `${where}: ${error?.instancePath ?? ''} ${error?.message ?? ''} ${JSON.stringify(error?.params)}`;
  };
}

function pathsOf(document: OpenAPIObject): Described[] {
  return Object.entries(document.paths)
    .map(([path, item]) => ({
      pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
      pointer: `#/paths/${encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'))}`,
      parameters: path.split('{').length,
      item: item as unknown as Described['item'],
    }))
    .sort((a, b) => a.parameters - b.parameters);
}

/** Where the schema of a reply is in the document. Shared problems are behind one reference. */
function contentPointer(declared: Json, operation: string, status: number, type: string): string | null {
  const escaped = type.replaceAll('/', '~1');
  if (typeof declared['$ref'] === 'string') return `${declared['$ref']}/content/${escaped}/schema`;
  const content = declared['content'] as Json | undefined;
  return content && type in content ? `${operation}/responses/${status}/content/${escaped}/schema` : null;
}

function closed(node: Json): AnySchema {
  for (const child of Object.values(node)) {
    if (typeof child === 'object' && child !== null) closed(child as Json);
  }
  if (node['type'] === 'object' && node['properties'] && node['additionalProperties'] === undefined) {
    node['additionalProperties'] = false;
  }
  return node;
}
