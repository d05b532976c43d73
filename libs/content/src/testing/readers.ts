import { HtmlRenderer, Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import rehypeStringify from 'rehype-stringify';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

export interface MarkdownReader {
  name: string;
  /** Whether it knows tables and strikethrough, and check boxes. */
  knows: { tables: boolean; tasks: boolean };
  /** The HTML it makes, with raw HTML let through: the least careful way to run it. */
  read(markdown: string): string;
}

const markdownIt = new MarkdownIt({ html: true });
const linking = new MarkdownIt({ html: true, linkify: true });
const remark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });
const commonmark = { parser: new Parser(), renderer: new HtmlRenderer() };

/** Other people's readers of Markdown, each as its own program runs it. */
export const markdownReaders: MarkdownReader[] = [
  {
    name: 'micromark',
    knows: { tables: true, tasks: true },
    read: (markdown) =>
      micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }),
  },
  {
    name: 'remark',
    knows: { tables: true, tasks: true },
    read: (markdown) => String(remark.processSync(markdown)),
  },
  {
    name: 'markdown-it',
    knows: { tables: true, tasks: false },
    read: (markdown) => markdownIt.render(markdown),
  },
  {
    name: 'markdown-it with links',
    knows: { tables: true, tasks: false },
    read: (markdown) => linking.render(markdown),
  },
  {
    name: 'commonmark',
    knows: { tables: false, tasks: false },
    read: (markdown) => commonmark.renderer.render(commonmark.parser.parse(markdown)),
  },
];

/** The HTML as a browser would build it; nothing in it runs. */
export function bodyOf(html: string): HTMLElement {
  return new DOMParser().parseFromString(html, 'text/html').body;
}
