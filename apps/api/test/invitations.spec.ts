import { expect, test } from '@jest/globals';
import { password, useApi } from './support/api.ts';
import { day } from './support/clock.ts';

const api = useApi();
const tokenIn = (url: string | null) => url?.split('#')[1] ?? '';
const newcomer = (email: string) => ({ email, name: '새 사람', role: 'author' as const });
const lookUp = (token: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/api/v1/invitations/look-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ token }),
  });

test('who holds a link sees who invites whom, as what and until when, as often as they like', async () => {
  const owner = await api.signIn('owner');
  const { siteName } = await owner.settings.get();
  const { name } = await owner.me.get();
  const { account, invitation } = await owner.accounts.add(newcomer('looks@gonggo.example'));

  for (let time = 0; time < 2; time++) {
    const reply = await lookUp(tokenIn(invitation.url));
    expect(reply.status).toBe(200);
    expect(reply.headers.get('cache-control')).toBe('private, no-store');
    expect(await reply.json()).toEqual({
      siteName,
      email: 'looks@gonggo.example',
      name: '새 사람',
      role: 'author',
      reset: false,
      invitedBy: name,
      expiresAt: invitation.expiresAt,
    });
  }

  const token = tokenIn(invitation.url);
  await api.anonymous.accounts.acceptInvitation({ token, password });
  const again = await owner.accounts.invite(account.id);
  const reset = await api.anonymous.accounts.lookUpInvitation({ token: tokenIn(again.url) });
  expect(reset).toMatchObject({ reset: true, expiresAt: again.expiresAt });
});

test('a link that does not count says nothing of why, and the same as setting a password would', async () => {
  const owner = await api.signIn('owner');
  const made = async (email: string) => {
    const { account, invitation } = await owner.accounts.add(newcomer(email));
    return { id: account.id, token: tokenIn(invitation.url) };
  };
  const [replaced, used, locked] = [
    await made('replaced@gonggo.example'),
    await made('used@gonggo.example'),
    await made('locked@gonggo.example'),
  ];
  await owner.accounts.invite(replaced.id);
  await api.anonymous.accounts.acceptInvitation({ token: used.token, password });
  await owner.accounts.change(locked.id, { locked: true });
  const refusal = async (token: string) => {
    const { requestId: _one, ...problem } = (await (await lookUp(token)).json()) as Record<string, unknown>;
    return problem;
  };

  const unknown = await refusal('x'.repeat(43));
  expect(unknown).toMatchObject({ status: 403, code: 'forbidden' });
  for (const { token } of [replaced, used, locked]) expect(await refusal(token)).toEqual(unknown);
  await expect(
    api.anonymous.accounts.acceptInvitation({ token: 'x'.repeat(43), password }),
  ).rejects.toMatchObject({ status: 403, code: 'forbidden' });

  const late = await made('late@gonggo.example');
  await api.clock.advance(day + 1000);
  expect(await refusal(late.token)).toEqual(unknown);
  await api.clock.advance(-day - 1000);
});

test('nobody looks for links without end, and other sites do not at all', async () => {
  expect((await lookUp('x'.repeat(43), { origin: 'https://elsewhere.example' })).status).toBe(403);
  await api.sql('DELETE FROM rate_limit');
  const place = { 'x-gonggo-visitor': '203.0.113.77', 'x-gonggo-secret': api.config.siteSecret ?? '' };
  const replies: Response[] = [];
  for (let n = 0; n < 62; n++) replies.push(await lookUp(`${n}`.padStart(43, 'x'), place));
  expect(new Set(replies.slice(0, 60).map(({ status }) => status))).toEqual(new Set([403]));
  expect(replies.at(-1)?.status).toBe(429);
  expect(Number(replies.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
  await api.sql('DELETE FROM rate_limit');
});
