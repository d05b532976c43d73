import { expect, test } from '@jest/globals';
import { forgetForeign } from './foreign-environment.ts';

test('what steers the clients of PostgreSQL is forgotten, and nothing else', () => {
  const env = {
    PGSSLMODE: 'require',
    PGOPTIONS: '-c datestyle=german',
    PGAPPNAME: 'x',
    NODE_PG_FORCE_NATIVE: '1',
    DATABASE_URL: 'postgres://a/b',
    PAGER: 'less',
    pgx: 'kept',
  };
  forgetForeign(env);
  expect(env).toEqual({ DATABASE_URL: 'postgres://a/b', PAGER: 'less', pgx: 'kept' });
});
