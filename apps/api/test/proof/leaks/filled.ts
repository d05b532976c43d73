import { type SectionContent, type SectionKind, sectionKinds } from '@gonggo/content';
import type { ChangeFacts, Draft } from '@gonggo/contract';
import { contentClasses } from '../../../../../libs/content/src/sections/registry.schema.ts';
import { Marked } from '../../../../../libs/content/src/testing/marked.ts';
import type { Person } from '../../support/api.ts';
import { pngOf } from '../pictures.ts';

/** A draft in which every field of every kind of section, every fact and the picture carry the same word. */
export interface Filled {
  /** What is found wherever any of it is; the slug, which outlives a publication, carries `${word}slug` instead. */
  needle: string;
  facts: ChangeFacts;
  sections: { kind: SectionKind; heading: string; content: SectionContent }[];
  /** Each of the words in the sections by itself. */
  words: string[];
  /** Addresses of the picture's files. */
  files: string[];
  imageId: string;
}

export async function fillWith(by: Person, word: string): Promise<Filled> {
  const needle = `${word}word`;
  const picture = await by.images.upload(new Blob([new Uint8Array(pngOf(32, 32))]), `${needle}.png`, {
    alt: `${needle} alt`,
    credit: `${needle} credit`,
    licence: 'own',
  });
  const term = (kind: 'team' | 'jobFamily' | 'tag') =>
    by.taxonomy.add({ kind, nameKo: `${needle} ${kind}`, slug: `${needle}-${kind}` });
  const [team, family, tag] = [await term('team'), await term('jobFamily'), await term('tag')];
  const marked = sectionKinds.map((kind) => markedSection(kind, needle, picture.id));
  return {
    needle,
    imageId: picture.id,
    files: picture.sources.map(({ url }) => new URL(url, 'http://x').pathname),
    words: marked.flatMap(({ words }) => words),
    sections: marked.map(({ section }) => section),
    facts: {
      title: `${needle} 제목`,
      jobTitle: `${needle} 직무`,
      summary: `${needle} 소개`,
      slug: `${word}slug`,
      cover: { imageId: picture.id, alt: `${needle} 표지` },
      company: `${needle} 회사`,
      team: team.slug,
      jobFamily: family.slug,
      locations: [{ country: 'KR', region: `${needle} 도`, locality: `${needle} 시` }],
      applyUrl: `https://jobs.gonggo.example/${needle}`,
      tagIds: [tag.id],
      authors: [{ accountId: null, name: `${needle} 이름`, role: `${needle} 역할`, avatar: picture.id }],
    },
  };
}

/** Writes all of it into a draft: into the sections it has, kind by kind, or as new ones. */
export async function write(by: Person, draftId: string, filled: Filled): Promise<Draft> {
  const { revision, sections, outlineRevision } = await by.drafts.get(draftId);
  await by.drafts.change(draftId, revision, filled.facts);
  let outline = outlineRevision;
  for (const { kind, heading, content } of filled.sections) {
    const there = sections.find((section) => section.kind === kind);
    if (there) await by.drafts.saveSection(draftId, there.id, there.revision, { heading, content });
    else
      outline = (await by.drafts.addSection(draftId, outline, { kind, heading, content })).outline.revision;
  }
  return by.drafts.get(draftId);
}

function markedSection(kind: SectionKind, needle: string, imageId: string) {
  // One section with every block there is; the others shorter, so that the draft stays readable.
  const marked = new Marked(kind !== 'introduction');
  const content = JSON.stringify(marked.content(contentClasses[kind]));
  const named = (text: string) =>
    text
      .replace(/(표시|낱말)(?=\d+x)|말(?=\d{7})/g, (mark) => needle + mark)
      .replaceAll('https://example.com/', `https://example.com/${needle}/`)
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, imageId);
  const section = {
    kind,
    heading: `${needle} ${kind}`,
    content: JSON.parse(named(content)) as SectionContent,
  };
  return { section, words: marked.all.map(named).filter((word) => word.includes(needle)) };
}
