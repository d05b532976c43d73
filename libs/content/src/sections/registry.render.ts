import type { SectionKind } from '../document.ts';
import { apply } from './apply/apply.render.tsx';
import type { SectionContents } from './contents.ts';
import { faq } from './faq/faq.render.tsx';
import { gallery } from './gallery/gallery.render.tsx';
import { people } from './people/people.render.tsx';
import { process } from './process/process.render.tsx';
import { prose } from './prose/prose.render.tsx';
import { quote } from './quote/quote.render.tsx';
import type { SectionRenderer } from './renderer.ts';
import { teamFacts } from './team-facts/team-facts.render.tsx';
import { techStack } from './tech-stack/tech-stack.render.tsx';

/** Kind → its outputs. The compiler refuses a kind without them. */
export const renderers: { [Kind in SectionKind]: SectionRenderer<SectionContents[Kind]> } = {
  introduction: prose,
  role: prose,
  techStack,
  qualifications: prose,
  preferred: prose,
  howWeWork: prose,
  whatYouGain: prose,
  benefits: prose,
  process,
  teamFacts,
  people,
  quote,
  gallery,
  faq,
  closing: prose,
  apply,
  text: prose,
};

/** The outputs of a kind that is known only at run time: its content is of that kind by `parseSectionContent`. */
export function rendererOf(kind: SectionKind): SectionRenderer<SectionContents[SectionKind]> {
  return renderers[kind] as SectionRenderer<SectionContents[SectionKind]>;
}
