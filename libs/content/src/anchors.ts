import type { Locale, SectionKind } from './document.ts';
import { kindLabel } from './labels.ts';
import { slugOf } from './slug.ts';

/**
 * The fragment of each section: its heading (or its kind's name) as a slug. The first of several equal
 * headings has the plain form and the others carry the start of their id, so that adding, moving or removing
 * a section leaves the links of all with another heading alone, and of equal ones those behind the first: only
 * when the first goes, or they change places, does the plain form pass on (equal headings are warned about).
 */
export function anchorsFor(
  sections: { heading: string; kind: SectionKind; id: string }[],
  locale: Locale,
): string[] {
  const taken = new Set<string>();
  return sections.map(({ heading, kind, id }) => {
    const plain = slugOf(heading, 60) || slugOf(kindLabel(kind, locale));
    const anchor = taken.has(plain) ? freeOf(taken, `${plain}-${slugOf(id, 4)}`) : plain;
    taken.add(anchor);
    return anchor;
  });
}

function freeOf(taken: Set<string>, wanted: string): string {
  let anchor = wanted;
  for (let n = 2; taken.has(anchor); n++) anchor = `${wanted}-${n}`;
  return anchor;
}
