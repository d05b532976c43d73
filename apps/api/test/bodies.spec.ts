import { expect, test } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from '../src/platform/openapi/document.ts';
import { useApi } from './support/api.ts';

const api = useApi();

type Schema = { $ref?: string; properties?: Record<string, Schema> };
interface Operation {
  method: string;
  path: string;
  body: Schema;
}

/** Every operation that takes JSON, from the description: a new one is tried the day it appears. */
function operations(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    (['post', 'put', 'patch', 'delete'] as const).flatMap((method) => {
      const request = item[method]?.requestBody;
      const content = request && 'content' in request ? request.content['application/json'] : undefined;
      const { $ref = '' } = (content?.schema ?? {}) as Schema;
      const body = document.components?.schemas?.[$ref.split('/').at(-1) ?? ''] as Schema | undefined;
      return body ? [{ method: method.toUpperCase(), path, body }] : [];
    }),
  );
}

/** A section's content is checked by its kind, which only the stored section says. */
const isOurs = (field: string) => field !== 'content';

test('no body is taken that its class does not allow: unknown keys, and wrong types of every field', async () => {
  const owner = await api.signIn('owner');
  const found = operations(describeApi(api.app));
  expect(found.length).toBeGreaterThan(15);
  for (const { method, path, body } of found) {
    const address = path.replace('/api/v1', '').replace(/\{\w+\}/g, '0b0e7a3c-5a3e-4d9e-9a53-0f8d1f3b7c11');
    const send = async (value: unknown) => {
      const headers = { 'content-type': 'application/json', 'if-match': '"1"' };
      const reply = await owner.fetch(address, { method, headers, body: JSON.stringify(value) });
      return reply.status;
    };
    const rubbish: unknown[] = [
      { noSuchField: 1 },
      ...Object.keys(body.properties ?? {})
        .filter(isOurs)
        .flatMap((field) => [{ $ne: null }, [[]], [null], 0.5, -1].map((value) => ({ [field]: value }))),
    ];
    for (const value of rubbish) {
      const said = [method, path, JSON.stringify(value)];
      expect([...said, await send(value)]).toEqual([...said, 400]);
    }
  }
});
