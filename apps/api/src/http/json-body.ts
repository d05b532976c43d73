import type { FastifyInstance } from 'fastify';
import { badRequest } from '../problem/problem.ts';

const maxBytes = 1_048_576;
const maxDepth = 32;
const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The only parser of bodies (multipart is the upload's own): exactly application/json, one object, and nothing in it
 * that could not be stored or could reach a prototype. Runs before any validation (trust, rule D).
 */
export function parseJsonBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: maxBytes },
    (_request, text, done) => {
      try {
        done(null, parseJson(text as string));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/** True for a content type we take as JSON: parameters other than UTF-8 would be a lie about the bytes. */
export function isJson(contentType: string): boolean {
  return /^application\/json(\s*;\s*charset="?utf-?8"?)?\s*;?\s*$/i.test(contentType);
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
  checkValue(value, '', 1);
  return value;
}

function checkValue(value: unknown, pointer: string, depth: number): void {
  if (typeof value === 'string') return checkText(value, pointer);
  if (typeof value !== 'object' || value === null) return;
  if (depth > maxDepth) {
    throw badRequest(`The body is nested deeper than ${maxDepth} levels.`, [
      { pointer, message: 'Too deep.' },
    ]);
  }
  for (const [key, child] of Object.entries(value)) {
    const at = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (poisonous.has(key))
      throw badRequest('A key is not allowed.', [{ pointer: at, message: 'This key is reserved.' }]);
    checkText(key, pointer);
    checkValue(child, at, depth + 1);
  }
}

function checkText(text: string, pointer: string): void {
  if (!text.includes('\0') && text.isWellFormed()) return;
  throw badRequest('A text holds a character that cannot be stored.', [
    { pointer, message: 'Remove NUL characters and lone surrogates.' },
  ]);
}
