import type { ProblemCode } from '@gonggo/contract';

/** RFC 9457 `title`: the same words for the same code, always. */
export const problemTitles: Record<ProblemCode, string> = {
  'bad-request': 'The request is not understood',
  'invalid-document': 'The document is not valid',
  unauthenticated: 'Sign in or send an API key',
  'wrong-credentials': 'Wrong credentials',
  'code-required': 'A second factor is needed',
  'confirmation-required': 'Confirm that it is you',
  forbidden: 'Not allowed',
  'wrong-origin': 'Open the site at its own address',
  'not-found': 'Not found',
  'method-not-allowed': 'Method not allowed here',
  'not-acceptable': 'No such representation',
  conflict: 'The present state forbids it',
  'in-use': 'It is in use',
  'slug-taken': 'The slug is taken',
  gone: 'It is no longer published',
  'stale-revision': 'Changed in the meantime',
  'too-large': 'Too large',
  'unsupported-media-type': 'Media type not supported',
  'idempotency-mismatch': 'The Idempotency-Key was used for something else',
  'not-ready': 'Not ready to publish',
  'revision-required': 'A revision is required',
  'too-many-requests': 'Too many attempts',
  internal: 'Something went wrong on our side',
  overloaded: 'Overloaded',
};
