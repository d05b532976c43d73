import type { SectionKind } from '../document.ts';
import { blankRichText } from '../rich-text/blank.ts';
import type { ProseContent, SectionContents } from './contents.ts';

const prose = (): ProseContent => ({ intro: '', body: blankRichText() });
const today = () => new Date().toISOString().slice(0, 10);

const blanks: { [Kind in SectionKind]: () => SectionContents[Kind] } = {
  introduction: prose,
  role: prose,
  techStack: () => ({ intro: '', groups: [], body: null }),
  qualifications: prose,
  preferred: prose,
  howWeWork: prose,
  whatYouGain: prose,
  benefits: prose,
  process: () => ({ intro: '', steps: [] }),
  teamFacts: () => ({ asOf: today(), items: [] }),
  people: () => ({ intro: '', people: [] }),
  quote: () => ({ words: '', who: '', imageId: null }),
  gallery: () => ({ intro: '', images: [] }),
  faq: () => ({ intro: '', items: [] }),
  closing: prose,
  apply: () => ({ label: '', note: '', url: null, sticky: true }),
  text: prose,
};

/** What a new section of this kind starts from; valid, and without a word. */
export function blankContent<Kind extends SectionKind>(kind: Kind): SectionContents[Kind] {
  return blanks[kind]();
}
