import { pilesMarks } from '@gonggo/content';
import type { FastifyInstance } from 'fastify';
import { badRequest } from '../problem/problem.ts';

const maxBytes = 1_048_576;
/** A block of rich text is two levels of JSON, and 24 blocks may lie inside each other. */
const maxDepth = 64;
/** What 512 KB of rich text can hold at most, and more. */
const maxValues = 50_000;
const maxItems = 5_000;
const maxKeys = 200;
const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The only parser of bodies (multipart is the upload's own): exactly application/json, one object, and nothing in it
 * that could not be stored or could reach a prototype. Runs before any validation (trust, rule D).
 */
export function parseJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: maxBytes },
    (_request, bytes, done) => {
      try {
        done(null, parseJson(decoded(bytes as Buffer)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

const longestType = 200;
const utf8 = ['charset=utf-8', 'charset=utf8', 'charset="utf-8"', 'charset="utf8"'];

/** True for a content type we take as JSON: parameters other than UTF-8 would be a lie about the bytes. */
export function isJson(contentType: string): boolean {
  if (contentType.length > longestType) return false;
  const [type, charset = '', ...rest] = contentType.split(';').map((part) => part.trim().toLowerCase());
  return (
    type === 'application/json' &&
    (charset === '' || utf8.includes(charset)) &&
    (rest.length === 0 || (charset !== '' && rest.length === 1 && rest[0] === ''))
  );
}

/** True for a form with files. Its boundary has 70 characters at most (RFC 2046, 5.1.1). */
export const isForm = (contentType: string): boolean =>
  contentType.length <= longestType && /^multipart\/form-data[ \t]*;/i.test(contentType);

/** A byte that is no UTF-8 would be stored as another character, and nobody would be told. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badRequest('The body is not UTF-8.');
  }
}

function parseJson(text: string): object | undefined {
  if (text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw badRequest('The body is not valid JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest('The body must be a JSON object.');
  }
  checkValue(value, '', 1, { left: maxValues });
  return value;
}

/**
 * Validation takes time that grows with the square of an object's keys, on the one thread that everybody shares:
 * what is too much for it is refused here.
 */
function checkValue(value: unknown, pointer: string, depth: number, values: { left: number }): void {
  values.left -= 1;
  if (values.left < 0) throw tooMuch('', `The body holds more than ${maxValues} values.`);
  if (typeof value === 'string') return checkText(value, pointer);
  if (typeof value !== 'object' || value === null) return;
  if (depth > maxDepth) throw tooMuch(pointer, `The body is nested deeper than ${maxDepth} levels.`);
  const entries = Object.entries(value);
  const most = Array.isArray(value) ? maxItems : maxKeys;
  if (entries.length > most)
    throw tooMuch(pointer, `A list may have ${maxItems} items here, an object ${maxKeys} keys.`);
  for (const [key, child] of entries) {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (poisonous.has(key))
      throw badRequest('A key is not allowed.', [{ pointer: at, message: 'This key is reserved.' }]);
    checkText(key, pointer);
    checkValue(child, at, depth + 1, values);
  }
}

const tooMuch = (pointer: string, detail: string) =>
  badRequest(detail, [{ pointer, message: 'Send less of it.' }]);

/** Before anything composes it or stores it: throws 400 for what could not be stored or would take too long to compose. */
export function checkText(text: string, pointer: string): void {
  if (text.includes('\0') || !text.isWellFormed()) {
    throw badRequest('A text holds a character that cannot be stored.', [
      { pointer, message: 'Remove NUL characters and lone surrogates.' },
    ]);
  }
  if (pilesMarks(text)) {
    throw badRequest('A text holds more combining marks in a row than any script writes.', [
      { pointer, message: 'Put at most 64 marks on one letter.' },
    ]);
  }
}
