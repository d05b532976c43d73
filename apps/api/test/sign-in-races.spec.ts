import { expect, test } from '@jest/globals';
import pg from 'pg';
import { password, useApi } from './support/api.ts';
import { eventually } from './support/postings.ts';

const api = useApi();

const waiting = () =>
  api.sql<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );

test.each([
  ['the password is changed', `password_hash = 'another'`],
  ['TOTP is switched on', `totp_secret = 'JBSWY3DPEHPK3PXP'`],
  ['the account is locked', 'locked_at = now()'],
])('whoever signs in while %s has no session afterwards', async (_what, change) => {
  const { accountId, email } = await api.account('editor');
  const holder = new pg.Client({ connectionString: api.database.url });
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [accountId]);

  const signingIn = api.anonymous.fetch('/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: api.config.siteUrl },
    body: JSON.stringify({ email, password }),
  });
  await eventually(waiting, (pids) => pids.length > 0);
  await holder.query(`UPDATE account SET ${change} WHERE id = $1`, [accountId]);
  await holder.query('DELETE FROM session WHERE account_id = $1', [accountId]);
  await holder.query('COMMIT');
  await holder.end();

  const reply = await signingIn;
  expect([reply.status, reply.headers.getSetCookie()]).toEqual([401, []]);
  expect(await reply.json()).toMatchObject({ code: 'wrong-credentials' });
  expect(await api.sql('SELECT 1 FROM session WHERE account_id = $1', [accountId])).toEqual([]);
});
