import type { Locale } from '@gonggo/content';
import type { ChangeFacts, PostingListItem } from '@gonggo/contract';
import { anyone, owner } from './owner.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
let made = 0;

/** A published posting of the test's own; with `closesIn` it closes so many ms after it was published. */
export async function publish(
  facts: ChangeFacts = {},
  { locale = 'ko', closesIn }: { locale?: Locale; closesIn?: number } = {},
) {
  const cto = await owner();
  made += 1;
  const title = facts.title ?? `시험 공고 ${made} ${Date.now()}`;
  const draft = await cto.drafts.create({ title, locale, jobTitle: '시험 개발자' });
  const { id } = draft;
  const changed = await cto.drafts.change(id, draft.revision, {
    summary: '읽기 시험을 위한 글이에요.',
    employmentType: 'FULL_TIME',
    locations: [{ country: 'KR', region: '서울', locality: '성동구' }],
    applyUrl: 'https://apply.example/test',
    ...facts,
  });
  const sections = [
    { kind: 'role', heading: '하는 일', words: '조용히 읽히는 글을 만들어요.' },
    { kind: 'qualifications', heading: '찾는 분', words: '끝까지 읽는 분을 찾아요.' },
  ] as const;
  let outline = changed.outlineRevision;
  for (const { kind, heading, words } of sections) {
    const content = {
      intro: '',
      body: { version: 1 as const, doc: { type: 'doc', content: [paragraph(words)] } },
    };
    const added = await cto.drafts.addSection(id, outline, { kind, heading, content });
    outline = added.outline.revision;
  }
  const closesAt = closesIn === undefined ? null : new Date(Date.now() + closesIn);
  if (closesAt) await cto.drafts.change(id, changed.revision, { closesAt: closesAt.toISOString() });
  const state = await cto.drafts.publish(id);
  const path = new URL(state.url ?? '').pathname;
  return {
    id,
    title,
    path,
    closesAt,
    slug: decodeURIComponent(path.split('/').at(-1) ?? ''),
    words: sections.map(({ words }) => words),
  };
}

/** A posting of the demo company. */
export async function demoPosting(status: 'open' | 'closed', locale: Locale): Promise<PostingListItem> {
  const { data } = await anyone.postings.list({ status, locale, sort: 'publishedAt' });
  const [posting] = data;
  if (!posting) throw new Error(`There is no ${status} posting in ${locale}.`);
  return posting;
}

export const pathOf = ({ links }: PostingListItem): string => new URL(links.html).pathname;
