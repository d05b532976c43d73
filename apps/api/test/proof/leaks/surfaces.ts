import type { OpenAPIObject } from '@nestjs/swagger';
import { send } from '../raw-http.ts';

/** What there is to ask for: names and ids of everything, published or not. */
export interface Known {
  slugs: string[];
  sectionIds: string[];
  imageIds: string[];
  files: string[];
  /** Values of filters that no enum lists. */
  values: string[];
}

export interface Surface {
  method: string;
  path: string;
  headers: Record<string, string>;
}

interface Parameter {
  name: string;
  in: string;
  schema?: { enum?: string[]; items?: { enum?: string[] }; type?: string };
}

const plain = ['/api/openapi.json', '/api/docs', '/api/problems', '/api/healthz', '/api/v1', '/'];

/** Everything that needs no credentials by the API's own description, in every form, filter and manner of asking. */
export function publicSurfaces(
  { paths }: OpenAPIObject,
  known: Known,
  keyHeaders: Record<string, string>,
): Surface[] {
  const open = Object.entries(paths).filter(([path, item]) => {
    const security = item.get?.security;
    const free = security && (security.length === 0 || security.some((one) => Object.keys(one).length === 0));
    return free && !path.endsWith('/stream');
  });
  const surfaces = open.flatMap(([path, item]) => {
    const parameters = (item.get?.parameters ?? []) as Parameter[];
    return filledIn(path, known).flatMap((address) => [
      ...queriesOf(parameters, known).map((query) => get(address + query)),
      ...manners(keyHeaders).map((surface) => ({ ...surface, path: address })),
    ]);
  });
  return [...surfaces, ...plain.map((path) => get(path)), ...known.files.map((path) => get(path))];
}

/** Asks for all of it; answers what each said, head and body, in lower case. */
export async function crawl(url: string, surfaces: Surface[]): Promise<{ where: string; said: string }[]> {
  const answers: { where: string; said: string }[] = [];
  const rest = surfaces.values();
  const lane = async () => {
    for (const { method, path, headers } of rest) {
      const reply = await send(url, { method, path, headers });
      if (reply.status >= 500) throw new Error(`${method} ${path} answered ${reply.status}`);
      const said = `${JSON.stringify(reply.headers)}\n${reply.body.toString('utf8')}`;
      const where = `${method} ${path} ${JSON.stringify(headers)} → ${reply.status}`;
      answers.push({ where, said: readable(said).toLowerCase() });
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  return answers;
}

const get = (path: string): Surface => ({ method: 'GET', path, headers: {} });

/** Percent-encoded words are words as well. */
const readable = (text: string) => `${text}\n${text.replace(/(%[0-9a-f]{2})+/gi, decoded)}`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function filledIn(path: string, { slugs, sectionIds, imageIds }: Known): string[] {
  const values: Record<string, string[]> = {
    slug: slugs.map(encodeURIComponent),
    sectionId: sectionIds,
    id: imageIds,
  };
  const [, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (!name) return [path];
  return (values[name] ?? []).flatMap((value) =>
    filledIn(path.replace(`{${name}}`, value), { slugs, sectionIds, imageIds, files: [], values: [] }),
  );
}

function queriesOf(parameters: Parameter[], known: Known): string[] {
  const single = parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name, schema = {} }) => {
      const listed = schema.enum ?? schema.items?.enum;
      const free =
        schema.type === 'integer'
          ? ['1', '100']
          : name === 'since'
            ? ['0']
            : name === 'cursor'
              ? []
              : known.values;
      return (listed ?? free).map((value) => `${name}=${encodeURIComponent(value)}`);
    });
  const all = ['', ...single];
  const has = (name: string) => parameters.some((parameter) => parameter.name === name);
  // A filter alone shows what is open: with everything included it shows all there is.
  const whole = has('include')
    ? single
        .filter((one) => !/^(status|include|limit)=/.test(one))
        .map((one) => `status=all&include=sections,images&limit=100&${one}`)
    : [];
  const both =
    has('format') && has('locale')
      ? ['locale=en&format=html', 'locale=en&format=markdown', 'locale=en&format=text']
      : [];
  return [...new Set([...all, ...whole, ...both])].map((query) => (query ? `?${query}` : ''));
}

const manners = (keyHeaders: Record<string, string>): Omit<Surface, 'path'>[] => [
  { method: 'HEAD', headers: {} },
  ...['text/html', 'text/markdown', 'text/plain', 'application/json'].map((accept) => ({
    method: 'GET',
    headers: { accept },
  })),
  { method: 'GET', headers: { 'if-none-match': '"1", "2", W/"3"' } },
  { method: 'GET', headers: { 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' } },
  { method: 'GET', headers: { 'accept-encoding': 'identity', range: 'bytes=0-99999' } },
  { method: 'GET', headers: { cookie: 'gonggo=preview; draft=1', 'x-preview': '1' } },
  { method: 'GET', headers: keyHeaders },
  { method: 'OPTIONS', headers: { origin: 'https://example.com', 'access-control-request-method': 'GET' } },
];
