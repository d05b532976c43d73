// The whole life of a posting over the API, with nothing but a key:
//   GONGGO_KEY=gg_… node docs/examples/journey.mjs http://localhost:4000
// Make the key in the admin (API keys) with the scopes drafts:read, drafts:write, images:write, postings:publish.

import { crc32, deflateSync } from 'node:zlib';

const base = `${(process.argv[2] ?? 'http://localhost:4000').replace(/\/$/, '')}/api/v1`;
const key = process.env.GONGGO_KEY;
if (!key) throw new Error('Set GONGGO_KEY to an API key.');

/** Sends one request; a refusal ends the script with the problem's own words. */
async function call(
  method,
  path,
  { body, revision, accept = 'application/json', expect = 200, anonymous = false } = {},
) {
  const isForm = body instanceof FormData;
  const reply = await fetch(base + path, {
    method,
    redirect: 'manual',
    headers: {
      accept,
      ...(anonymous ? {} : { authorization: `Bearer ${key}` }),
      ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
      ...(revision ? { 'if-match': `"${revision}"` } : {}),
      // A retry with the same key and body makes the same thing, once.
      ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
    },
    body: isForm ? body : body && JSON.stringify(body),
  });
  const text = await reply.text();
  if (![expect].flat().includes(reply.status))
    throw new Error(`${method} ${path} answered ${reply.status}, not ${expect}: ${text}`);
  const isJson = reply.headers.get('content-type')?.includes('json');
  return { reply, text, body: isJson && text ? JSON.parse(text) : null };
}

const rich = (...paragraphs) => ({
  version: 1,
  doc: {
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  },
});

function check(what, holds) {
  if (!holds) throw new Error(`Expected: ${what}`);
  console.log(`✓ ${what}`);
}

// 1. A draft, its facts, its sections. Each part has its own revision, so nobody's work collides.
const created = await call('POST', '/drafts', {
  expect: 201,
  body: { title: `스크립트로 쓴 공고 ${Date.now()}`, jobTitle: '플랫폼 엔지니어' },
});
const { id } = created.body;
const facts = await call('PATCH', `/drafts/${id}`, {
  revision: created.body.revision,
  body: {
    summary: '쪽지 한 장처럼 짧지만, 있을 것은 다 있는 공고예요.',
    applyUrl: 'https://jobs.gonggo.example/apply',
  },
});
check('the facts moved on by one revision', facts.body.revision === created.body.revision + 1);

const role = await call('POST', `/drafts/${id}/sections`, {
  expect: 201,
  revision: facts.body.outlineRevision,
  body: {
    kind: 'role',
    heading: '하는 일',
    content: { intro: '', body: rich('배포를 하루에 열 번, 아무렇지 않게 하도록 만들어요.') },
  },
});

// A picture. A file that is in the library already answers 200 and is not kept twice.
const form = new FormData();
form.set('alt', '붉은 도장');
form.set('file', new Blob([sealAsPng()], { type: 'image/png' }), 'seal.png');
const image = await call('POST', '/images', { body: form, expect: [200, 201] });

const gallery = await call('POST', `/drafts/${id}/sections`, {
  expect: 201,
  revision: role.body.outline.revision,
  body: {
    kind: 'gallery',
    heading: '일하는 곳',
    content: {
      intro: '',
      images: [
        {
          imageId: image.body.id,
          alt: '붉은 도장',
          decorative: false,
          caption: '약속은 도장처럼',
          credit: '공고 팀',
          creditUrl: 'https://gonggo.example/',
          licence: 'own',
        },
      ],
    },
  },
});
await call('POST', `/drafts/${id}/sections`, {
  expect: 201,
  revision: gallery.body.outline.revision,
  body: { kind: 'apply', content: { label: '지원하기', note: '', url: null, sticky: true } },
});

// 2. Publish, then read it as anybody, in every form.
const readiness = await call('GET', `/drafts/${id}/readiness`);
check('nothing is missing', readiness.body.ready);
const published = await call('POST', `/drafts/${id}/publish`);
check('version 1 is open', published.body.version === 1 && published.body.state === 'open');

const slug = encodeURIComponent(facts.body.facts.slug);
const anybody = { anonymous: true };
const first = await call('GET', `/postings/${slug}`, anybody);
const words = ['배포를 하루에 열 번', '붉은 도장', '약속은 도장처럼', '공고 팀', '지원하기'];
for (const format of ['json', 'html', 'markdown', 'text']) {
  const { text } = await call('GET', `/postings/${slug}?format=${format}`, { ...anybody, accept: '*/*' });
  check(
    `every word is in ${format}`,
    words.every((word) => text.includes(word)),
  );
}

// 3. An edit stays private until it is published.
await call('PATCH', `/drafts/${id}/sections/${role.body.section.id}`, {
  revision: role.body.section.revision,
  body: { content: { intro: '', body: rich('배포를 하루에 스무 번 해요.') } },
});
const unchanged = await call('GET', `/postings/${slug}`, anybody);
check('the public sees nothing of the edit', unchanged.text === first.text);
const again = await call('POST', `/drafts/${id}/publish`);
const second = await call('GET', `/postings/${slug}`, anybody);
check('version 2 is live with a new ETag', again.body.version === 2 && second.body.version === 2);
check('its ETag differs', second.reply.headers.get('etag') !== first.reply.headers.get('etag'));

// 4. Withdraw: gone, and it says so.
await call('POST', `/drafts/${id}/withdraw`);
await call('GET', `/postings/${slug}`, { ...anybody, expect: 410 });
const list = await call('GET', '/postings?status=all&limit=100', anybody);
check('it left the list', !list.body.data.some((one) => one.id === id));
const changes = await call('GET', `/changes?since=${published.body.seq - 1}`, anybody);
const types = changes.body.data.filter((one) => one.postingId === id).map((one) => one.type);
check('the change feed tells the story', types.join() === 'published,updated,withdrawn');
console.log('Done.');

/** A red disc on paper, 64 × 64: a PNG is a header, packed rows of pixels and an end. */
function sealAsPng() {
  const size = 64;
  const rows = Array.from({ length: size }, (_, y) => {
    const pixel = (x) => (Math.hypot(x - size / 2, y - size / 2) < 26 ? [200, 50, 30] : [250, 248, 243]);
    return [0, ...Array.from({ length: size }, (_, x) => pixel(x)).flat()];
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2], 8); // 8 bits each of red, green and blue
  const part = (type, data) => {
    const typed = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(typed), 4);
    return [frame.subarray(0, 4), typed, frame.subarray(4)];
  };
  const packed = deflateSync(Buffer.from(rows.flat()));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    ...part('IHDR', header),
    ...part('IDAT', packed),
    ...part('IEND', Buffer.alloc(0)),
  ]);
}
