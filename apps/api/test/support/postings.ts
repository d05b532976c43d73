import { randomUUID } from 'node:crypto';
import type { RichText, SectionContents } from '@gonggo/content';
import type { ChangeFacts, Draft, DraftSection, PublishedState } from '@gonggo/contract';
import type { Caller } from './api.ts';

export const richText = (...paragraphs: string[]): RichText => ({
  version: 1,
  doc: {
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  },
});

export const prose = (...paragraphs: string[]): SectionContents['role'] => ({
  intro: '',
  body: richText(...paragraphs),
});

export const applyContent: SectionContents['apply'] = {
  label: '지원하기',
  note: '',
  url: null,
  sticky: true,
};

/** A draft that lacks nothing: facts, a role with `words`, a way to apply. */
export async function aReadyDraft(
  by: Caller,
  {
    title = `공고 ${randomUUID().slice(0, 8)}`,
    words = '서버를 만들어요.',
    locale,
    variantOf,
    slug,
    ...facts
  }: Partial<ChangeFacts> & {
    words?: string;
    locale?: 'ko' | 'en';
    variantOf?: string;
  } = {},
): Promise<Draft> {
  const { id, revision, outlineRevision } = await by.drafts.create({ title, locale, variantOf, slug });
  const { outline } = await by.drafts.addSection(id, outlineRevision, {
    kind: 'role',
    heading: '하는 일',
    content: prose(words),
  });
  await by.drafts.addSection(id, outline.revision, { kind: 'apply', content: applyContent });
  return by.drafts.change(id, revision, {
    jobTitle: '백엔드 개발자',
    summary: '서버를 만들고 고치는 일을 함께할 사람을 찾아요. 천천히 오래 하실 분이면 좋아요.',
    applyUrl: 'https://jobs.gonggo.example/apply',
    ...facts,
  });
}

/** The same, published. */
export async function aPosting(
  by: Caller,
  facts: Parameters<typeof aReadyDraft>[1] = {},
): Promise<Draft & { published: PublishedState }> {
  const { id } = await aReadyDraft(by, facts);
  const published = await by.drafts.publish(id);
  return { ...(await by.drafts.get(id)), published };
}

/** Publishes it once more, with a fact that is new: what is live already is not published again. */
export async function republish(by: Caller, id: string): Promise<PublishedState> {
  const { revision } = await by.drafts.get(id);
  await by.drafts.change(id, revision, { jobTitle: `백엔드 개발자 ${randomUUID().slice(0, 8)}` });
  return by.drafts.publish(id);
}

/** Where the public reads it, in its own language; `rest` is what follows the slug. */
export const addressOf = ({ facts, locale }: Draft, rest = ''): string =>
  `/postings/${encodeURIComponent(facts.slug)}${rest}${rest.includes('?') ? '&' : '?'}locale=${locale}`;

export const firstSection = ({ sections }: Draft): DraftSection => {
  const [section] = sections;
  if (!section) throw new Error('The draft has no section');
  return section;
};

/** Asks again and again until it holds; fails after `withinMs`. */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  holds: (value: Value) => boolean,
  withinMs = 20_000,
): Promise<Value> {
  const until = Date.now() + withinMs;
  for (;;) {
    const value = await ask();
    if (holds(value)) return value;
    if (Date.now() > until) throw new Error(`Still not within ${withinMs} ms: ${JSON.stringify(value)}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** A row for each connection to this database that waits for a lock. */
export const waitingSql = `
  SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

export const soon = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
