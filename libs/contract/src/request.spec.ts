import { expect, test } from '@jest/globals';
import { ApiUnreachable, sender } from './request.ts';

const answering = (body: BodyInit) =>
  sender({ baseUrl: 'http://api.test', fetch: () => Promise.resolve(new Response(body, { status: 200 })) });

const cut = () =>
  new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode('{"id":'));
      controller.error(new TypeError('terminated'));
    },
  });

test.each([
  ['breaks off', cut()],
  ['is the page of a network that wants a sign-in', '<!doctype html><title>Wi-Fi</title>'],
  ['is empty', ''],
])('an answer that %s counts as none', async (_, body) => {
  await expect(answering(body)('GET', '/me')).rejects.toBeInstanceOf(ApiUnreachable);
});

test('a text that breaks off counts as none', async () => {
  await expect(answering(cut())('GET', '/postings/a', { accept: '*/*' })).rejects.toBeInstanceOf(
    ApiUnreachable,
  );
});
