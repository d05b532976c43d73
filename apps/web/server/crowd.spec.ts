import { expect, test } from '@jest/globals';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Crowd } from './crowd.ts';

/** A request to the API; answers what it and its reply are, and how often it was passed on. */
function asked(crowd: Crowd, method: string, cookie?: string) {
  const req = new IncomingMessage(new Socket());
  Object.assign(req, { method, url: '/api/v1/me', headers: cookie ? { cookie } : {} });
  const res = new ServerResponse(req);
  const told = { req, res, passed: 0 };
  crowd.admit(req, res, () => (told.passed += 1));
  return told;
}

/** More requests of strangers than there are places for, none of which is answered. */
const filled = (crowd: Crowd) => Array.from({ length: 300 }, () => asked(crowd, 'GET'));

test.each([
  ['GET', 200, 1],
  ['GET', 401, 0],
  ['OPTIONS', 204, 0],
])('who was answered %s with %i a moment ago is passed on %i times in a crowd', (method, status, passed) => {
  const crowd = new Crowd();
  const first = asked(crowd, method, 'session=a');
  crowd.answered(first.req, first.res, status);
  expect(filled(crowd).some(({ res }) => res.statusCode === 503)).toBe(true);
  expect(asked(crowd, 'GET', 'session=a').passed).toBe(passed);
});
