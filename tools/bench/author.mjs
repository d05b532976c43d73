// What the bench does as somebody who writes postings.
export const origin = 'http://localhost:3000';

/** Answers the cookie of a new session. */
export async function signIn(api, { email, password }) {
  const reply = await fetch(`${api.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email, password }),
  });
  if (!reply.ok) throw new Error(`Signing in answered ${reply.status}: ${await reply.text()}`);
  return reply.headers.getSetCookie()[0].split(';')[0];
}

/** One operation: `body` is JSON or a form, `revision` the one it starts from. Answers what came back. */
export async function ask(api, cookie, method, path, body, revision) {
  const form = body instanceof FormData;
  const reply = await fetch(`${api.url}/api/v1${path}`, {
    method,
    headers: {
      cookie,
      origin,
      ...(body && !form ? { 'content-type': 'application/json' } : {}),
      ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    },
    body: form ? body : JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${method} ${path} answered ${reply.status}: ${await reply.text()}`);
  return reply.json();
}
