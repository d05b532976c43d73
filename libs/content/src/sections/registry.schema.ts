import type { Type as ClassType } from '@nestjs/common';
import type { SectionKind } from '../document.ts';
import { ApplySection } from './apply/apply.schema.ts';
import type { SectionContents } from './contents.ts';
import { FaqItem, FaqSection } from './faq/faq.schema.ts';
import { GalleryPicture, GallerySection } from './gallery/gallery.schema.ts';
import { PeopleSection, Person } from './people/people.schema.ts';
import { ProcessSection, ProcessStep } from './process/process.schema.ts';
import { ProseSection } from './prose/prose.schema.ts';
import { QuoteSection } from './quote/quote.schema.ts';
import { RichTextDocument, RichTextNode } from './rich-field.ts';
import { TeamFact, TeamFactsSection } from './team-facts/team-facts.schema.ts';
import { Technology, TechnologyGroup, TechStackSection } from './tech-stack/tech-stack.schema.ts';

/** Kind → the class that checks its content. The compiler refuses a kind without one. */
export const contentClasses: { [Kind in SectionKind]: ClassType<SectionContents[Kind]> } = {
  introduction: ProseSection,
  role: ProseSection,
  techStack: TechStackSection,
  qualifications: ProseSection,
  preferred: ProseSection,
  howWeWork: ProseSection,
  whatYouGain: ProseSection,
  benefits: ProseSection,
  process: ProcessSection,
  teamFacts: TeamFactsSection,
  people: PeopleSection,
  quote: QuoteSection,
  gallery: GallerySection,
  faq: FaqSection,
  closing: ProseSection,
  apply: ApplySection,
  text: ProseSection,
};

const shapes = [...new Set(Object.values(contentClasses))];

/** Classes that `sectionContentSchema` refers to: OpenAPI's `extraModels`. */
export const contentModels: ClassType<unknown>[] = [
  ...shapes,
  FaqItem,
  GalleryPicture,
  Person,
  ProcessStep,
  TeamFact,
  Technology,
  TechnologyGroup,
  RichTextDocument,
  RichTextNode,
];

/** OpenAPI of a section's content: the shape of its kind. */
export const sectionContentSchema: { description: string; anyOf: { $ref: string }[] } = {
  description: "The content of a section, in the shape of the section's kind",
  anyOf: shapes.map(({ name }) => ({ $ref: `#/components/schemas/${name}` })),
};
