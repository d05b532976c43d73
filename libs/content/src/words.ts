import type { SectionContent } from './sections/contents.ts';

/** Keys whose strings steer a view and are never read by anybody. */
const notWords = new Set([
  'imageId',
  'url',
  'creditUrl',
  'href',
  'licence',
  'icon',
  'era',
  'asOf',
  'type',
  'tone',
  'emoji',
  'language',
  'provider',
  'id',
]);

/** Every string of a content that a reader reads, in order. */
export function wordsOf(content: SectionContent): string[] {
  const found: string[] = [];
  collect(content, found);
  return found;
}

function collect(value: unknown, into: string[]) {
  if (typeof value === 'string') {
    if (value.trim()) into.push(value);
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, into);
  } else if (value && typeof value === 'object') {
    for (const [key, one] of Object.entries(value))
      if (!(notWords.has(key) && typeof one === 'string')) collect(one, into);
  }
}

/** How long it takes to read: 500 Hangul syllables or 230 Latin words a minute, at least one minute. */
export function readingMinutes(sections: { content: SectionContent }[]): number {
  let syllables = 0;
  let latin = 0;
  for (const { content } of sections) {
    for (const words of wordsOf(content)) {
      syllables += words.match(/[가-힣]/g)?.length ?? 0;
      latin += words.match(/[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0;
    }
  }
  return Math.max(1, Math.round(syllables / 500 + latin / 230));
}

/** Every image a set of sections refers to, wherever in their contents. */
export function imageIdsIn(sections: { content: SectionContent }[]): Set<string> {
  const ids = new Set<string>();
  const visit = (value: unknown) => {
    if (!value || typeof value !== 'object') return;
    for (const [key, one] of Object.entries(value)) {
      if (key === 'imageId' && typeof one === 'string' && one) ids.add(one);
      else visit(one);
    }
  };
  for (const { content } of sections) visit(content);
  return ids;
}
