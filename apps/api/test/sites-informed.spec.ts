import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../src/app.setup.ts';
import { type Person, serve, useApi } from './support/api.ts';
import { aPosting, eventually } from './support/postings.ts';
import { listenTo, type Stream } from './support/stream.ts';

const api = useApi();
let other: NestFastifyApplication;
let otherUrl: string;
let cto: Person;
beforeAll(async () => {
  cto = await api.signIn('owner');
  other = await createApp(api.config);
  otherUrl = await serve(other);
});
afterAll(() => other?.close());

const secret = () => ({ 'x-gonggo-secret': api.config.siteSecret ?? '' });

let edits = 0;
/** With an edit each time: what is live already is not published again. */
const publish = async (id: string) => {
  const { revision } = await cto.drafts.get(id);
  await cto.drafts.change(id, revision, { jobTitle: `자리 ${++edits}` });
  const began = performance.now();
  const reply = await cto.fetch(`/drafts/${id}/publish`, { method: 'POST' });
  return { informed: reply.headers.get('sites-informed'), took: performance.now() - began };
};

/** A site that listens at one address and says what it has heard at another, `late` ms later. */
async function aSite(listensAt: string, tellsAt = listensAt, late: number | null = 0) {
  const stream = await listenTo(listensAt, secret());
  const site = { stream, told: 0, late, listener: String(stream.headers['x-gonggo-listener']) };
  const heard = ({ events }: Stream) =>
    Math.max(0, ...events.map(({ data }) => (data as { revision: number }).revision));
  const timer = setInterval(() => {
    const newest = heard(stream);
    if (site.late === null || newest <= site.told) return;
    site.told = newest;
    setTimeout(() => void tell(tellsAt, site.listener, newest), site.late);
  }, 1);
  return Object.assign(site, {
    newest: () => heard(stream),
    stop: () => (clearInterval(timer), stream.stop()),
  });
}

const tell = (url: string, listener: string, revision: number, headers: Record<string, string> = secret()) =>
  fetch(`${url}/api/v1/changes/heard`, {
    method: 'POST',
    headers: { ...headers, 'x-gonggo-listener': listener, 'x-gonggo-heard': String(revision) },
  });

test('where no site listens, a writer waits for the other processes alone', async () => {
  const { id } = await aPosting(cto);
  expect((await publish(id)).informed).toBe('?1');
  const saved = await cto.drafts.get(id);
  const reply = await cto.fetch(`/drafts/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': `"${saved.revision}"` },
    body: JSON.stringify({ jobTitle: '새 이름' }),
  });
  expect([reply.status, reply.headers.get('sites-informed')]).toEqual([200, null]);
});

test('an answer means that every site has heard, whichever process it listens and talks to', async () => {
  const { id } = await aPosting(cto);
  const sites = [
    await aSite(api.url),
    await aSite(otherUrl, otherUrl, 20),
    await aSite(otherUrl, api.url),
    await aSite(api.url, otherUrl, 10),
  ];
  for (let n = 0; n < 10; n += 1) {
    const { informed } = await publish(id);
    const [row] = await api.sql<{ revision: number }>('SELECT revision::int FROM change_counter');
    // A busy machine may need longer than a writer waits; then the answer says so.
    if (informed === '?1') expect(sites.map(({ told }) => told)).toEqual(sites.map(() => row?.revision));
    else expect(informed).toBe('?0');
  }
  await eventually(
    () => publish(id),
    ({ informed }) => informed === '?1',
  );
  sites.forEach((site) => site.stop());
});

test('a site that says nothing is waited for once, and the answers say so until it speaks', async () => {
  const { id } = await aPosting(cto);
  const dead = await aSite(otherUrl, otherUrl, null);
  const first = await publish(id);
  expect(first.informed).toBe('?0');
  expect(first.took).toBeGreaterThan(80);
  const more = [];
  for (let n = 0; n < 5; n += 1) more.push(await publish(id));
  expect(new Set(more.map(({ informed }) => informed))).toEqual(new Set(['?0']));
  dead.late = 0;
  await eventually(
    () => publish(id),
    ({ informed }) => informed === '?1',
  );
  dead.stop();
  expect(
    (
      await eventually(
        () => publish(id),
        ({ informed }) => informed === '?1',
      )
    ).informed,
  ).toBe('?1');
});

test('only our own sites may say that they have heard', async () => {
  const site = await aSite(api.url, api.url, null);
  expect((await tell(api.url, site.listener, 1, {})).status).toBe(404);
  const visitor = { ...secret(), 'x-gonggo-visitor': '192.0.2.7' };
  expect((await tell(api.url, site.listener, 1, visitor)).status).toBe(404);
  expect((await tell(api.url, 'no listener of anybody', 1)).status).toBe(404);
  expect((await tell(api.url, site.listener, 1)).status).toBe(204);
  const anyone = await listenTo(api.url);
  expect(anyone.headers['x-gonggo-listener']).toBeUndefined();
  [site, anyone].forEach((one) => one.stop());
});

test('no process answers with what was there before the writer was answered', async () => {
  const { id, facts } = await aPosting(cto);
  let old = 0;
  for (let n = 0; n < 100; n += 1) {
    const reply = await fetch(`${otherUrl}/api/v1/postings/${facts.slug}`);
    await reply.arrayBuffer();
    const { informed } = await publish(id);
    const { version } = (await cto.drafts.get(id)) as { version: number };
    const read = (await (await fetch(`${otherUrl}/api/v1/postings/${facts.slug}`)).json()) as {
      version: number;
    };
    if (informed === '?1' && read.version !== version) old += 1;
  }
  expect(old).toBe(0);
});

test('words that no process of ours would say change nothing', async () => {
  const { id } = await aPosting(cto);
  for (const word of ['', '{', 'null', '[]', '{"from":"x","what":"here"}', '{"from":7,"what":"gone"}'])
    await api.sql('SELECT pg_notify($1, $2)', ['gonggo_peers', word]);
  // One of them says that it is a process: it is waited for once, and never heard of again.
  await eventually(
    () => publish(id),
    ({ took }) => took < 5_000,
  );
  await api.sql('SELECT pg_notify($1, $2)', ['gonggo_peers', '{"from":"x","what":"gone"}']);
  await eventually(
    () => publish(id),
    ({ informed }) => informed === '?1',
  );
});
