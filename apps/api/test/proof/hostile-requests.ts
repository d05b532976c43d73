/** One request nobody honest would send. `body` is sent as it is. */
export interface HostileRequest {
  shape: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

/** As much of an OpenAPI operation as the generator needs. */
export interface Operation {
  method: string;
  path: string;
  query: string[];
  body: Schema | null;
  resolve(schema: Schema): Schema;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  format?: string;
  maxLength?: number;
  minimum?: number;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
}

const json = { 'content-type': 'application/json' };
const deep = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels);

/** Whole bodies that are wrong whatever the operation. */
const rawBodies: [shape: string, body: string | Buffer, headers?: Record<string, string>][] = [
  ['empty body', ''],
  ['null', 'null'],
  ['true', 'true'],
  ['a number', '42'],
  ['a string', '"text"'],
  ['an empty list', '[]'],
  ['a list of null', '[null]'],
  ['cut off', '{"title": "ab'],
  ['trailing comma', '{"title": "a",}'],
  ['two documents', '{}{}'],
  ['NaN', '{"title": NaN}'],
  ['infinite number', '{"title": 1e999, "position": 1e999}'],
  ['byte order mark', '\ufeff{}'],
  ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', Buffer.from('{"title":"a"}', 'utf16le')],
  ['__proto__', '{"__proto__": {"role": "owner"}}'],
  ['escaped __proto__', '{"\\u005f_proto__": {"role": "owner"}}'],
  ['constructor', '{"constructor": {"prototype": {"role": "owner"}}}'],
  ['prototype', '{"title": "a", "facts": {"prototype": {}}}'],
  ['NUL in a key', '{"ti\\u0000tle": "a"}'],
  ['NUL in a value', '{"title": "a\\u0000b", "name": "a\\u0000b", "email": "a\\u0000@b.example"}'],
  ['lone high surrogate', '{"title": "\\ud800", "name": "\\ud83d", "password": "\\ud800\\ud800"}'],
  ['lone low surrogate', '{"title": "\\udc00x", "heading": "\\udfff"}'],
  ['lone surrogate in a key', '{"\\ud800": 1}'],
  ['objects 40 deep', '{"a":'.repeat(40) + '1' + '}'.repeat(40)],
  ['lists 10,000 deep', deep('[', ']', 10_000)],
  ['objects 100,000 deep', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
  ['2 MB of text', JSON.stringify({ title: 'x'.repeat(2_000_000) })],
  [
    '900 KB of keys',
    JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`key${n}`, n]))),
  ],
  ['900 KB of list', JSON.stringify({ sectionIds: Array.from({ length: 180_000 }, () => 1) })],
  ['as text/plain', '{}', { 'content-type': 'text/plain' }],
  ['as XML', '<a/>', { 'content-type': 'application/xml' }],
  ['as a form', 'title=a', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['as UTF-16 JSON', '{}', { 'content-type': 'application/json; charset=utf-16' }],
  ['as almost JSON', '{}', { 'content-type': 'application/json-patch+json' }],
  ['as tabbed JSON', '{}', { 'content-type': 'application/json\t; a=b' }],
  ['without a type', '{}', { 'content-type': '' }],
  ['multipart without boundary', '--x\r\n\r\n', { 'content-type': 'multipart/form-data' }],
  [
    'multipart cut off',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n\x89PNG',
    { 'content-type': 'multipart/form-data; boundary=x' },
  ],
  ['multipart of nothing', '--x--\r\n', { 'content-type': 'multipart/form-data; boundary=x' }],
  [
    'multipart with 2,000 fields',
    Array.from(
      { length: 2000 },
      (_, n) => `--x\r\nContent-Disposition: form-data; name="f${n}"\r\n\r\nv\r\n`,
    ).join('') + '--x--\r\n',
    { 'content-type': 'multipart/form-data; boundary=x' },
  ],
  ['gzip that is not', 'not gzip', { 'content-encoding': 'gzip' }],
];

/** Values that are wrong, or at least nasty, in the place of a right one. */
const badValues: [shape: string, value: unknown][] = [
  ['null value', null],
  ['number value', 12.5],
  ['negative value', -1],
  ['huge number', 2 ** 63],
  ['boolean value', false],
  ['empty string', ''],
  ['list value', [1, 'a', null]],
  ['nested list', [[[]]]],
  ['object value', { $ne: null, length: 3 }],
  ['thenable', { then: 'x', toString: 'x', toJSON: 'x', constructor_: 1 }],
  ['100 KB string', 'ㄱ'.repeat(33_000)],
  ['SQL', `'; DROP TABLE posting; --`],
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['javascript: link', 'javascript:alert(1)'],
  ['data: link', 'data:text/html,<script>alert(1)</script>'],
  ['path', '../../../../etc/passwd'],
  ['template', '${7*7}{{7*7}}<%= 7*7 %>'],
  ['control codes', 'a\u0001\u0008\u001b[31m\u007f'],
  ['line breaks', 'a\r\nSet-Cookie: gonggo=1\r\n\r\nb\u2028c'],
  ['decomposed Hangul', '한글'.normalize('NFD').repeat(50)],
  ['direction overrides', '\u202e\u2066gnp.exe\u2069'],
  ['impossible date', '2026-02-31T25:61:00Z'],
  ['year 275761', '+275761-01-01T00:00:00Z'],
  ['nil id', '00000000-0000-0000-0000-000000000000'],
];

const badQueries = [
  'unknown=1',
  'limit=-1',
  'limit=0',
  'limit=101',
  'limit=1e9',
  'limit=NaN',
  'limit=1&limit=2',
  'limit[]=1',
  'limit[a][b]=1',
  'cursor=%00',
  'cursor=AAAA',
  'cursor=%ff%fe',
  `cursor=${'A'.repeat(6000)}`,
  'since=-1',
  'since=99999999999999999999999',
  'locale=xx',
  'sort=password',
  'sort=title;drop',
  'status[$ne]=open',
  'format=exe',
  'team=%27%20OR%201=1--',
  'include=sections,accounts',
  '__proto__[x]=1',
  'constructor=1',
  '%E0%A4%A',
];

const badHeaders: [shape: string, headers: Record<string, string>][] = [
  ['If-Match *', { 'if-match': '*' }],
  ['If-Match weak', { 'if-match': 'W/"1"' }],
  ['If-Match list', { 'if-match': '"1", "2"' }],
  ['If-Match text', { 'if-match': '"one"' }],
  ['If-Match huge', { 'if-match': `"${'9'.repeat(400)}"` }],
  ['Idempotency-Key of 6 KB', { 'idempotency-key': 'k'.repeat(6000) }],
  ['Idempotency-Key empty', { 'idempotency-key': '' }],
  ['Accept garbage', { accept: 'q=;;;,,/*;q=-9' }],
  ['Accept-Encoding garbage', { 'accept-encoding': 'gzip;q=abc, *;q=-1,,,' }],
  ['Bearer garbage', { authorization: 'Bearer \t gg_..//%%' }],
  ['Basic', { authorization: 'Basic YTpi' }],
  ['Bearer of 6 KB', { authorization: `Bearer ${'x'.repeat(6000)}` }],
  ['cookie garbage', { cookie: 'gonggo=%00%ff; gonggo=; =;;' }],
  ['foreign Origin', { origin: 'https://evil.example' }],
  ['null Origin', { origin: 'null' }],
  ['method override', { 'x-http-method-override': 'DELETE' }],
  ['forged visitor', { 'x-gonggo-visitor': '127.0.0.1', 'x-gonggo-secret': 'guess' }],
  [
    'forged forwarding',
    { 'x-forwarded-for': '1.2.3.4, ::1', 'x-forwarded-host': 'evil.example', forwarded: 'for=_x' },
  ],
  ['Range', { range: 'bytes=9-1,0-,-0' }],
  ['If-None-Match garbage', { 'if-none-match': '"', 'if-modified-since': 'yesterday' }],
];

const badIds = [
  '1',
  'null',
  'undefined',
  '..%2f..%2fetc',
  '%00',
  '%ff',
  '%',
  "'%20OR%201=1",
  'ㄱ'.repeat(300),
  '00000000-0000-0000-0000-00000000000g',
  '__proto__',
];

/** Every hostile request for one operation, in a fixed order. */
export function* hostileRequests(operation: Operation): Generator<HostileRequest> {
  const { method } = operation;
  const path = withIds(operation.path, '00000000-0000-4000-8000-000000000000');
  const writes = method !== 'GET' && method !== 'HEAD';

  for (const id of operation.path.includes('{') ? badIds : [])
    yield {
      shape: `id ${id.slice(0, 12)}`,
      method,
      path: withIds(operation.path, id),
      headers: writes ? json : {},
      ...(writes ? { body: '{}' } : {}),
    };
  for (const query of badQueries)
    yield {
      shape: `query ${query.slice(0, 24)}`,
      method,
      path: `${path}?${query}`,
      headers: writes ? json : {},
      ...(writes ? { body: '{}' } : {}),
    };
  for (const [shape, headers] of badHeaders)
    yield {
      shape,
      method,
      path,
      headers: { ...(writes ? json : {}), ...headers },
      ...(writes ? { body: '{}' } : {}),
    };
  if (!writes) return;

  for (const [shape, body, headers = {}] of rawBodies)
    yield { shape, method, path, headers: { ...json, ...headers }, body };
  if (!operation.body) return;
  const right = exampleOf(operation.body, operation.resolve);
  if (typeof right !== 'object' || right === null) return;
  for (const name of Object.keys(right))
    for (const [shape, value] of badValues)
      yield {
        shape: `${name}: ${shape}`,
        method,
        path,
        headers: { ...json, 'if-match': '"1"' },
        body: JSON.stringify({ ...right, [name]: value }),
      };
  yield {
    shape: 'extra key',
    method,
    path,
    headers: json,
    body: JSON.stringify({ ...right, isAdmin: true }),
  };
}

/** The distinct shapes of trouble, for the proof that there are enough. */
export const shapeCount =
  rawBodies.length + badValues.length + badQueries.length + badHeaders.length + badIds.length;

const withIds = (path: string, id: string) => path.replace(/\{[^}]+\}/g, id);

/** A body that fits a schema well enough to reach the checks behind the first one. */
function exampleOf(schema: Schema, resolve: Operation['resolve'], depth = 0): unknown {
  const at = resolve(schema);
  if (depth > 6) return null;
  const choice = at.oneOf?.[0] ?? at.anyOf?.[0] ?? at.allOf?.[0];
  if (choice) return exampleOf(choice, resolve, depth + 1);
  if (at.enum) return at.enum[0];
  const type = Array.isArray(at.type) ? at.type[0] : at.type;
  if (type === 'object' || at.properties)
    return Object.fromEntries(
      Object.entries(at.properties ?? {}).map(([name, one]) => [name, exampleOf(one, resolve, depth + 1)]),
    );
  if (type === 'array') return [];
  if (type === 'integer' || type === 'number') return at.minimum ?? 1;
  if (type === 'boolean') return true;
  if (at.format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  if (at.format === 'date-time') return '2031-01-01T00:00:00Z';
  return 'example-text';
}
