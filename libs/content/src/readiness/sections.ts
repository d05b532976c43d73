import type { SectionKind } from '../document.ts';
import { isEmptyRichText } from '../rich-text/blank.ts';
import type { ApplyContent, SectionContent, SectionContents } from '../sections/contents.ts';
import { imageIdsIn, wordsOf } from '../words.ts';
import {
  aboutField,
  aboutSection,
  error,
  warning,
  type Finding,
  type ReadinessInput,
  type SectionToCheck,
} from './findings.ts';

/** Sections that say nothing, links that lead nowhere, headings said twice. */
export function* sectionFindings({ sections, facts }: ReadinessInput): Iterable<Finding> {
  const telling = sections.filter((section) => section.kind !== 'apply' && !isEmptySection(section));
  if (telling.length === 0) {
    const first = sections.find(({ kind }) => kind !== 'apply');
    yield error(
      'nothing-to-read',
      '읽을 내용이 있는 섹션이 하나도 없어요.',
      'No section has anything to read.',
      first && aboutSection(first),
    );
  }
  for (const section of sections) {
    if (section.kind !== 'apply' && isEmptySection(section)) {
      yield error(
        'section-empty',
        '빈 섹션이에요. 채우거나 지워 주세요.',
        'This section is empty. Fill it or delete it.',
        aboutSection(section),
      );
    }
    if (!isEmptySection(section) && isHalf(section)) {
      yield warning(
        'item-incomplete',
        '비어 있는 칸이 있어요. 이름이나 내용이 빠진 항목을 채우거나 지워 주세요.',
        'Something is half empty. Fill or delete what has no name or no words.',
        aboutSection(section),
      );
    }
  }
  yield* applying(sections, facts.applyUrl);
  yield* repeatedHeadings(sections);
}

/**
 * Whether a section has nothing to read or see. Portraits say nothing beside a name that is missing; cards of other
 * places show their address.
 */
export const isEmptySection = ({ kind, content }: Pick<SectionToCheck, 'kind' | 'content'>): boolean =>
  wordsOf(content).length === 0 &&
  !holdsCard(content) &&
  (kind === 'quote' || kind === 'people' || imageIdsIn([{ content }]).size === 0);

function holdsCard(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('type' in value && (value.type === 'embed' || value.type === 'linkCard')) return true;
  return Object.values(value).some(holdsCard);
}

const lacks = (words: string) => !words.trim();

/** By kind: whether an item lacks what it is read by. */
const halves: { [Kind in SectionKind]?: (content: SectionContents[Kind]) => boolean } = {
  quote: ({ words }) => lacks(words),
  people: ({ people }) => people.some(({ name }) => lacks(name)),
  process: ({ steps }) => steps.some(({ title }) => lacks(title)),
  teamFacts: ({ items }) => items.some(({ label, value }) => lacks(label) || lacks(value)),
  techStack: ({ groups }) => groups.some(({ items }) => items.some(({ name }) => lacks(name))),
  faq: ({ items }) => items.some(({ question, answer }) => lacks(question) || isEmptyRichText(answer)),
};

const isHalf = ({ kind, content }: SectionToCheck): boolean =>
  (halves[kind] as ((content: SectionContent) => boolean) | undefined)?.(content) ?? false;

function* applying(sections: SectionToCheck[], applyUrl: string | null): Iterable<Finding> {
  const all = sections.filter(({ kind }) => kind === 'apply');
  if (all.length === 0) {
    yield warning(
      'apply-missing',
      '지원 섹션이 없어요. 글 끝에 지원 버튼을 두면 좋아요.',
      'There is no apply section. A button at the end helps.',
    );
  }
  for (const section of all) {
    if (!(section.content as ApplyContent).url && !applyUrl) {
      yield error(
        'apply-address-missing',
        '지원 버튼이 갈 곳이 없어요. 지원 주소를 적어 주세요.',
        'The apply button leads nowhere. Give an address to apply at.',
        {
          ...aboutSection(section),
          ...aboutField('applyUrl'),
        },
      );
    }
  }
}

function* repeatedHeadings(sections: SectionToCheck[]): Iterable<Finding> {
  const seen = new Set<string>();
  for (const section of sections) {
    const heading = section.heading.trim().toLowerCase();
    if (heading && seen.has(heading)) {
      yield warning(
        'heading-repeated',
        `같은 소제목이 또 있어요: ${section.heading}`.slice(0, 300),
        `This heading stands twice: ${section.heading}`.slice(0, 300),
        aboutSection(section),
      );
    }
    seen.add(heading);
  }
}
