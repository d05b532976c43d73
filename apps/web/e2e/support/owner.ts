import { createClient, type Client } from '@gonggo/contract/client';
import { owner as credentials, siteUrl } from './installation.ts';

/** What anybody may read. */
export const anyone: Client = createClient({ baseUrl: siteUrl });

let session: Promise<Client> | undefined;

/** The owner, signed in once for all tests: sign-ins are counted. */
export const owner = (): Promise<Client> => (session ??= signIn());

async function signIn(): Promise<Client> {
  const reply = await fetch(`${siteUrl}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: siteUrl },
    body: JSON.stringify(credentials),
  });
  if (!reply.ok)
    throw new Error(`Signing in as ${credentials.email} answered ${reply.status}: ${await reply.text()}`);
  const cookie = reply.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
  return createClient({ baseUrl: siteUrl, headers: { cookie, origin: siteUrl } });
}
