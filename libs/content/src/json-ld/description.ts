import type { PostingDocument } from '../document.ts';
import type { TextContext } from '../outputs/context.ts';
import { escapeHtml } from '../outputs/escape-html.ts';
import { rendererOf } from '../sections/registry.render.ts';

/** The words of a posting as the few tags search engines take in a job's description. */
export function descriptionHtml(posting: PostingDocument, siteUrl: string): string {
  const context: TextContext = { locale: posting.locale, images: posting.images, siteUrl };
  const parts = posting.sections
    .filter(({ kind }) => kind !== 'apply')
    .map(({ kind, heading, content }) => {
      const words = paragraphs(rendererOf(kind).toText(content, context));
      return (heading ? `<h3>${escapeHtml(heading)}</h3>` : '') + words;
    });
  return (posting.summary ? `<p>${escapeHtml(posting.summary)}</p>` : '') + parts.join('');
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((block) => block.trim())
    .map((block) => {
      const lines = block.split('\n').map(escapeHtml);
      if (lines.every((line) => /^\s*• /.test(line)))
        return `<ul>${lines.map((line) => `<li>${line.trim().slice(2)}</li>`).join('')}</ul>`;
      return `<p>${lines.join('<br>')}</p>`;
    })
    .join('');
}
