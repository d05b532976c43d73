import { ask, signIn } from './author.mjs';

const kilobyte = 1024;
const large = { sections: 6, each: 250 * kilobyte };
const times = { warm: 2 };

/** Publishes a posting of about 1.5 MB over and over; answers the median of how long that took. */
export async function publishLarge({ api, owner }, count) {
  const cookie = await signIn(api, owner);
  const { id, bytes } = await aLargeDraft(api, cookie);
  const took = [];
  for (let n = 0; n < times.warm + count; n += 1) {
    // What is live already is not published again.
    const { revision } = await ask(api, cookie, 'GET', `/drafts/${id}`);
    await ask(api, cookie, 'PATCH', `/drafts/${id}`, { jobTitle: `백엔드 개발자 ${n}` }, revision);
    const began = performance.now();
    await ask(api, cookie, 'POST', `/drafts/${id}/publish`);
    took.push(performance.now() - began);
  }
  const sorted = took.slice(times.warm).sort((a, b) => a - b);
  const megabytes = (bytes / kilobyte ** 2).toFixed(1);
  return { [`Publishing a posting of ${megabytes} MB, ms`]: Math.round(sorted[sorted.length >> 1]) };
}

/** Many short paragraphs: what costs the outputs most. */
async function aLargeDraft(api, cookie) {
  const draft = await ask(api, cookie, 'POST', '/drafts', { title: 'Large' });
  const paragraph = {
    type: 'paragraph',
    content: [{ type: 'text', text: '서버를 만들고 고쳐요. '.repeat(3) }],
  };
  const size = Buffer.byteLength(JSON.stringify(paragraph));
  const doc = { type: 'doc', content: Array(Math.floor(large.each / size)).fill(paragraph) };
  const parts = [
    ...Array(large.sections).fill({
      kind: 'role',
      heading: '하는 일',
      content: { intro: '', body: { version: 1, doc } },
    }),
    { kind: 'apply', content: { label: '지원하기', note: '', url: null, sticky: true } },
  ];
  let revision = draft.outlineRevision;
  for (const part of parts) {
    const { outline } = await ask(api, cookie, 'POST', `/drafts/${draft.id}/sections`, part, revision);
    revision = outline.revision;
  }
  const facts = {
    jobTitle: '백엔드 개발자',
    summary: '서버를 만들고 고치는 일을 함께할 사람을 찾아요. 천천히 오래 하실 분이면 좋아요.',
    applyUrl: 'https://jobs.gonggo.example/apply',
  };
  await ask(api, cookie, 'PATCH', `/drafts/${draft.id}`, facts, draft.revision);
  return { id: draft.id, bytes: Buffer.byteLength(JSON.stringify(parts)) };
}
