import type { PostingDocument, PostingSection } from '../document.ts';
import { rendererOf } from '../sections/registry.render.ts';
import type { RenderContext, TextContext } from './context.ts';
import { blocks, markdownLine } from './markdown.ts';

/** One section: its heading, and its content as its kind shows it. */
export function SectionView({ section, context }: { section: PostingSection; context: RenderContext }) {
  const { kind, heading, anchor, content } = section;
  const { View } = rendererOf(kind);
  const body = <View content={content} context={context} anchor={anchor} />;
  if (context.form === 'feed') {
    return (
      <>
        {heading && <h2>{heading}</h2>}
        {body}
      </>
    );
  }
  // A section without a name would be a landmark that nobody can tell from the others.
  if (!heading) {
    return (
      <div className={`g-section g-kind-${kind}`} id={anchor}>
        {body}
      </div>
    );
  }
  return (
    <section className={`g-section g-kind-${kind}`} aria-labelledby={anchor}>
      <h2 id={anchor}>
        {context.form === 'page' ? <a href={`#${encodeURIComponent(anchor)}`}>{heading}</a> : heading}
      </h2>
      {body}
    </section>
  );
}

/** Every section of a posting, in order. */
export function PostingBody({ posting, context }: { posting: PostingDocument; context: RenderContext }) {
  const withApply: RenderContext = { ...context, apply: context.apply ?? applyStateOf(posting) };
  return (
    <div className="g-body" lang={posting.locale}>
      {posting.sections.map((section) => (
        <SectionView key={section.id} section={section} context={withApply} />
      ))}
    </div>
  );
}

/** Whether and where one can apply to a posting. */
export const applyStateOf = ({ status, facts }: PostingDocument) => ({
  url: facts.applyUrl,
  closed: status === 'closed',
  closesAt: facts.closesAt,
  zone: facts.closesAtZone,
});

export function sectionToMarkdown({ kind, heading, content }: PostingSection, context: TextContext): string {
  return blocks([heading && `## ${markdownLine(heading)}`, rendererOf(kind).toMarkdown(content, context)]);
}

export function sectionToText({ kind, heading, content }: PostingSection, context: TextContext): string {
  return blocks([heading, rendererOf(kind).toText(content, context)]);
}
