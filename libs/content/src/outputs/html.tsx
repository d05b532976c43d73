import { renderToStaticMarkup } from 'react-dom/server';
import type { PostingDocument } from '../document.ts';
import { factRows } from '../fact-rows.ts';
import type { RenderContext } from './context.ts';
import { Picture } from './picture.tsx';
import { PostingBody } from './section.tsx';
import { bylineOf } from './text.ts';
import { Words } from './words.tsx';

const contextOf = (
  { locale, images }: PostingDocument,
  siteUrl: string,
  form: RenderContext['form'],
): RenderContext => ({
  locale,
  images,
  siteUrl,
  form,
});

/** The whole posting as one `<article>`: what the API gives for `format=html`. */
export function toHtml(posting: PostingDocument, siteUrl: string): string {
  const context = contextOf(posting, siteUrl, 'fragment');
  return renderToStaticMarkup(
    <article lang={posting.locale}>
      <h1>{posting.title}</h1>
      <Preface posting={posting} context={context} />
      <PostingBody posting={posting} context={context} />
    </article>,
  );
}

/** The posting without its title, for an item of a feed: simple tags, absolute addresses, nothing folded away. */
export function toFeedHtml(posting: PostingDocument, siteUrl: string): string {
  const context = contextOf(posting, siteUrl, 'feed');
  return renderToStaticMarkup(
    <>
      <Preface posting={posting} context={context} />
      <PostingBody posting={posting} context={context} />
    </>,
  );
}

function Preface({ posting, context }: { posting: PostingDocument; context: RenderContext }) {
  const { title, jobTitle, summary, cover, facts, tags, locale, status } = posting;
  return (
    <>
      {jobTitle && jobTitle !== title && (
        <p>
          <strong>{jobTitle}</strong>
        </p>
      )}
      <Words words={summary} />
      {cover && (
        <p>
          <Picture imageId={cover.imageId} alt={cover.alt} context={context} />
        </p>
      )}
      <Words words={bylineOf(posting)} />
      <ul>
        {factRows(facts, locale, status).map(({ fact, label, value }) => (
          <li key={fact}>{`${label}: ${value}`}</li>
        ))}
      </ul>
      <Words words={tags.map(({ name }) => `#${name}`).join(' ')} />
    </>
  );
}
