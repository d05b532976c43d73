import { Problem } from '../platform/problem/problem.ts';

/** One answer for every way in which a sign-in can be wrong. */
export const wrongCredentials = () =>
  new Problem(
    401,
    'wrong-credentials',
    'Email, password or code is wrong. After many wrong tries you must wait.',
  );
