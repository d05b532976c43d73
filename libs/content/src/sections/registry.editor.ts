import type { ComponentType } from 'react';
import type { SectionKind } from '../document.ts';
import { blankRichText } from '../rich-text/blank.ts';
import { ApplyForm } from './apply/apply.editor.tsx';
import { blankContent } from './blank.ts';
import type { SectionContent, SectionContents } from './contents.ts';
import type { FormProps } from './editor/props.ts';
import { FaqForm } from './faq/faq.editor.tsx';
import { GalleryForm } from './gallery/gallery.editor.tsx';
import { PeopleForm } from './people/people.editor.tsx';
import { ProcessForm } from './process/process.editor.tsx';
import { ProseForm } from './prose/prose.editor.tsx';
import { QuoteForm } from './quote/quote.editor.tsx';
import { TeamFactsForm } from './team-facts/team-facts.editor.tsx';
import { TechStackForm } from './tech-stack/tech-stack.editor.tsx';

/** Kind → its form. The compiler refuses a kind without one. */
const forms: { [Kind in SectionKind]: ComponentType<FormProps<SectionContents[Kind]>> } = {
  introduction: ProseForm,
  role: ProseForm,
  techStack: TechStackForm,
  qualifications: ProseForm,
  preferred: ProseForm,
  howWeWork: ProseForm,
  whatYouGain: ProseForm,
  benefits: ProseForm,
  process: ProcessForm,
  teamFacts: TeamFactsForm,
  people: PeopleForm,
  quote: QuoteForm,
  gallery: GalleryForm,
  faq: FaqForm,
  closing: ProseForm,
  apply: ApplyForm,
  text: ProseForm,
};

const beginnings: { [Kind in SectionKind]?: () => SectionContents[Kind] } = {
  techStack: () => ({ ...blankContent('techStack'), groups: [{ name: '', era: null, items: [] }] }),
  process: () => ({ ...blankContent('process'), steps: [{ title: '', detail: '', duration: '' }] }),
  teamFacts: () => ({ ...blankContent('teamFacts'), items: [{ label: '', value: '' }] }),
  people: () => ({ ...blankContent('people'), people: [{ name: '', role: '', words: '', imageId: null }] }),
  faq: () => ({ ...blankContent('faq'), items: [{ question: '', answer: blankRichText() }] }),
};

/** What a section that a person adds starts from: where it is a list, with its first item to write in. */
export const beginning = (kind: SectionKind): SectionContent =>
  (beginnings[kind] ?? (() => blankContent(kind)))();

/** The form of a kind that is known only at run time: its content is of that kind. */
export const formOf = (kind: SectionKind): ComponentType<FormProps<SectionContent>> =>
  forms[kind] as ComponentType<FormProps<SectionContent>>;
