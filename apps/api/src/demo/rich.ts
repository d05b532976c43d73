import type { RichNode, RichText } from '@gonggo/content';

/** A few words per block, so that the demo's texts read as texts. Inside a line: **bold**, *italic*, ~~struck~~, ==marked==, `code`, [words](address); a line break stays one. */
type Inline = string;

const marks = [
  { pattern: /\*\*(.+?)\*\*/su, type: 'bold' },
  { pattern: /~~(.+?)~~/su, type: 'strike' },
  { pattern: /==(.+?)==/su, type: 'highlight' },
  { pattern: /\*(.+?)\*/su, type: 'italic' },
  { pattern: /`([^`]+)`/u, type: 'code' },
  { pattern: /\[([^[\]]+)\]\(([^)]+)\)/u, type: 'link' },
] as const;

type Mark = NonNullable<RichNode['marks']>[number];

function inline(words: Inline, around: Mark[] = []): RichNode[] {
  const found = marks
    .flatMap(({ pattern, type }) => {
      const match = pattern.exec(words);
      return match ? [{ match, type }] : [];
    })
    .sort((a, b) => a.match.index - b.match.index)[0];
  if (!found) return plain(words, around);
  const { match, type } = found;
  const [whole, inner = '', href] = match;
  const mark: Mark = type === 'link' ? { type, attrs: { href } } : { type };
  return [
    ...plain(words.slice(0, match.index), around),
    ...(type === 'code' ? plain(inner, [...around, mark]) : inline(inner, [...around, mark])),
    ...inline(words.slice(match.index + whole.length), around),
  ];
}

function plain(words: string, around: Mark[]): RichNode[] {
  return words
    .split('\n')
    .flatMap((line, n) => [
      ...(n ? [{ type: 'hardBreak' }] : []),
      ...(line ? [{ type: 'text', text: line, ...(around.length ? { marks: around } : {}) }] : []),
    ]);
}

type Blocks = (RichNode | Inline)[];
const blocks = (content: Blocks): RichNode[] =>
  content.map((one) => (typeof one === 'string' ? p(one) : one));

export const rich = (...content: Blocks): RichText => ({
  version: 1,
  doc: { type: 'doc', content: blocks(content) },
});
/** A section of one of the prose kinds. */
export const prose = (intro: string, ...content: Blocks) => ({ intro, body: rich(...content) });

export const p = (words: Inline): RichNode => ({ type: 'paragraph', content: inline(words) });
export const h = (level: 2 | 3 | 4, words: Inline): RichNode => ({
  type: 'heading',
  attrs: { level },
  content: inline(words),
});
const item = (words: Inline | Blocks): RichNode => ({ type: 'listItem', content: blocks([words].flat()) });
export const ul = (...items: (Inline | Blocks)[]): RichNode => ({
  type: 'bulletList',
  content: items.map(item),
});
export const ol = (...items: (Inline | Blocks)[]): RichNode => ({
  type: 'orderedList',
  attrs: { start: 1 },
  content: items.map(item),
});
export const tasks = (...items: [checked: boolean, words: Inline][]): RichNode => ({
  type: 'taskList',
  content: items.map(([checked, words]) => ({ type: 'taskItem', attrs: { checked }, content: [p(words)] })),
});
type Tone = 'neutral' | 'green' | 'blue' | 'amber' | 'red' | 'purple';
export const callout = (emoji: string, tone: Tone, ...content: Blocks): RichNode => ({
  type: 'callout',
  attrs: { emoji, tone },
  content: blocks(content),
});
export const quote = (...content: Blocks): RichNode => ({ type: 'blockquote', content: blocks(content) });
export const code = (language: string, ...lines: string[]): RichNode => ({
  type: 'codeBlock',
  attrs: { language },
  content: [{ type: 'text', text: lines.join('\n') }],
});
export const table = (head: Inline[], ...rows: Inline[][]): RichNode => ({
  type: 'table',
  content: [head, ...rows].map((cells, n) => ({
    type: 'tableRow',
    content: cells.map((words) => ({
      type: n ? 'tableCell' : 'tableHeader',
      attrs: { colspan: 1, rowspan: 1 },
      content: [p(words)],
    })),
  })),
});
export const toggle = (summary: string, ...content: Blocks): RichNode => ({
  type: 'details',
  content: [
    { type: 'detailsSummary', content: [{ type: 'text', text: summary }] },
    { type: 'detailsContent', content: blocks(content) },
  ],
});
export const columns = (...each: Blocks[]): RichNode => ({
  type: 'columns',
  content: each.map((content) => ({ type: 'column', content: blocks(content) })),
});
export const divider: RichNode = { type: 'horizontalRule' };
export const button = (label: string, url: string): RichNode => ({ type: 'button', attrs: { label, url } });
export const embed = (provider: 'youtube' | 'instagram' | 'x', id: string, title: string): RichNode => ({
  type: 'embed',
  attrs: { provider, id, title },
});
export const linkCard = (
  url: string,
  title: string,
  description: string,
  siteName: string,
  imageId: string | null = null,
): RichNode => ({ type: 'linkCard', attrs: { url, title, description, siteName, imageId } });

export const sticker = (imageId: string, alt: string): RichNode => ({
  type: 'sticker',
  attrs: { imageId, alt },
});

interface FigureWords {
  alt: string;
  caption?: string;
  credit?: string;
  creditUrl?: string;
  licence?: 'own' | 'licensed' | 'quotation';
}
export const figure = (imageId: string, words: FigureWords) => ({
  imageId,
  decorative: false,
  caption: '',
  credit: '',
  creditUrl: '',
  licence: 'own' as const,
  ...words,
});
export const image = (imageId: string, words: FigureWords): RichNode => ({
  type: 'image',
  attrs: figure(imageId, words),
});
export const gallery = (...images: ReturnType<typeof figure>[]): RichNode => ({
  type: 'gallery',
  content: images.map((attrs) => ({ type: 'image', attrs })),
});
