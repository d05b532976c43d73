import type { ComponentType } from 'react';
import { sectionKinds, type Locale, type SectionKind } from '../document.ts';
import { kindLabel } from '../labels.ts';
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

interface KindEditor<Content> {
  /** Name of an icon of lucide. */
  icon: string;
  Form: ComponentType<FormProps<Content>>;
}

/** Kind → its form. The compiler refuses a kind without one. */
export const editors: { [Kind in SectionKind]: KindEditor<SectionContents[Kind]> } = {
  introduction: { icon: 'hand', Form: ProseForm },
  role: { icon: 'briefcase', Form: ProseForm },
  techStack: { icon: 'layers', Form: TechStackForm },
  qualifications: { icon: 'list-checks', Form: ProseForm },
  preferred: { icon: 'sparkles', Form: ProseForm },
  howWeWork: { icon: 'users', Form: ProseForm },
  whatYouGain: { icon: 'sprout', Form: ProseForm },
  benefits: { icon: 'gift', Form: ProseForm },
  process: { icon: 'route', Form: ProcessForm },
  teamFacts: { icon: 'hash', Form: TeamFactsForm },
  people: { icon: 'contact', Form: PeopleForm },
  quote: { icon: 'quote', Form: QuoteForm },
  gallery: { icon: 'images', Form: GalleryForm },
  faq: { icon: 'message-circle', Form: FaqForm },
  closing: { icon: 'mail', Form: ProseForm },
  apply: { icon: 'send', Form: ApplyForm },
  text: { icon: 'text', Form: ProseForm },
};

export interface SectionChoice {
  kind: SectionKind;
  label: string;
  icon: string;
  blank: () => SectionContent;
}

/** Every kind of section an author can add, in the order in which a posting tends to have them. */
export const sectionChoices = (locale: Locale): SectionChoice[] =>
  sectionKinds.map((kind) => ({
    kind,
    label: kindLabel(kind, locale),
    icon: editors[kind].icon,
    blank: () => blankContent(kind),
  }));

/** The form of a kind that is known only at run time: its content is of that kind. */
export const formOf = (kind: SectionKind): ComponentType<FormProps<SectionContent>> =>
  editors[kind].Form as ComponentType<FormProps<SectionContent>>;
