import type { PostingDocument, PostingFacts, PostingSection } from '../document.ts';
import { rendererOf } from '../sections/registry.render.ts';
import type { ApplyState, RenderContext, TextContext } from './context.ts';
import { blocks, markdownHeading, markdownLine, paragraphs } from './markdown.ts';

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
  const withApply: RenderContext = { ...context, apply: context.apply ?? keptApplyStateOf(posting) };
  return (
    <div className="g-body" lang={posting.locale}>
      {posting.sections.map((section) => (
        <SectionView key={section.id} section={section} context={withApply} />
      ))}
    </div>
  );
}

type ApplyFacts = Pick<PostingDocument, 'status'> & {
  facts: Pick<PostingFacts, 'applyUrl' | 'opensAt' | 'closesAt' | 'closesAtZone'>;
};

/** Whether and where one can apply at a moment (ms since 1970). */
export function applyStateOf({ status, facts }: ApplyFacts, now: number): ApplyState {
  const waiting = facts.opensAt !== null && Date.parse(facts.opensAt) > now;
  return {
    url: facts.applyUrl,
    closed: status === 'closed',
    opensAt: waiting ? facts.opensAt : null,
    waiting,
    closesAt: facts.closesAt,
    zone: facts.closesAtZone,
  };
}

/** The same for a text that is kept from the publication on, over an opening that may come later. */
export const keptApplyStateOf = (posting: PostingDocument): ApplyState => ({
  ...applyStateOf(posting, Date.parse(posting.updatedAt)),
  waiting: false,
});

export function sectionToMarkdown({ kind, heading, content }: PostingSection, context: TextContext): string {
  return blocks([markdownHeading(2, markdownLine(heading)), rendererOf(kind).toMarkdown(content, context)]);
}

export function sectionToText({ kind, heading, content }: PostingSection, context: TextContext): string {
  return paragraphs([heading, rendererOf(kind).toText(content, context)]);
}
