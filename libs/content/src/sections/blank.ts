import type { SectionKind } from '../document.ts';
import { blankRichText } from '../rich-text/blank.ts';
import { isTimeZone } from '../values.ts';
import type { ProseContent, SectionContents } from './contents.ts';

const prose = (): ProseContent => ({ intro: '', body: blankRichText() });

/** The day where the program runs: in a browser, its owner's. `zone` names another place. */
const today = (zone?: string) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: isTimeZone(zone) ? zone : undefined,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format();

const blanks: { [Kind in SectionKind]: (zone?: string) => SectionContents[Kind] } = {
  introduction: prose,
  role: prose,
  techStack: () => ({ intro: '', groups: [], body: null }),
  qualifications: prose,
  preferred: prose,
  howWeWork: prose,
  whatYouGain: prose,
  benefits: prose,
  process: () => ({ intro: '', steps: [] }),
  teamFacts: (zone) => ({ asOf: today(zone), items: [] }),
  people: () => ({ intro: '', people: [] }),
  quote: () => ({ words: '', who: '', imageId: null }),
  gallery: () => ({ intro: '', images: [] }),
  faq: () => ({ intro: '', items: [] }),
  closing: prose,
  apply: () => ({ label: '', note: '', url: null, sticky: true }),
  text: prose,
};

/** What a new section of this kind starts from; valid, and without a word. `zone`: whose today it names. */
export function blankContent<Kind extends SectionKind>(kind: Kind, zone?: string): SectionContents[Kind] {
  return blanks[kind](zone);
}
