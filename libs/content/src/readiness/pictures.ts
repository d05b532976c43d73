import {
  aboutField,
  aboutSection,
  error,
  warning,
  type Finding,
  type ImageUse,
  type ReadinessInput,
  type SectionToCheck,
} from './findings.ts';

/** What is missing around pictures: words for those who don't see them, rights, makers. */
export function* pictureFindings({ sections, facts, images }: ReadinessInput): Iterable<Finding> {
  if (facts.cover && !images[facts.cover.imageId]) {
    yield error(
      'image-gone',
      '표지 사진을 찾을 수 없어요. 다시 골라 주세요.',
      'The cover picture is gone. Choose one again.',
      aboutField('cover'),
    );
  }
  for (const section of sections) {
    const { ids, uses } = picturesIn(section);
    const spot = aboutSection(section);
    if (ids.some((id) => !images[id])) {
      yield error(
        'image-gone',
        '사라진 사진이 있어요. 다시 골라 주세요.',
        'A picture is gone. Choose one again.',
        spot,
      );
    }
    if (uses.some(({ alt, decorative }) => !decorative && !alt.trim())) {
      yield error(
        'alt-missing',
        '설명이 없는 사진이 있어요. 무엇이 보이는지 적거나 장식으로 표시해 주세요.',
        'A picture has no description. Say what it shows, or mark it as decoration.',
        spot,
      );
    }
    yield* rights(uses, spot);
    if (
      uses.some(({ alt, caption }) => /스크린\s?샷|캡[처쳐]|화면|screen\s?shot/i.test(`${alt} ${caption}`))
    ) {
      yield warning(
        'screenshot-check',
        '화면을 담은 사진이 있어요. 이름, 주소, 내부 정보가 가려졌는지 확인해 주세요.',
        'There is a screenshot. Check that names, addresses and internal data are covered.',
        spot,
      );
    }
  }
}

function* rights(uses: ImageUse[], spot: { sectionId?: string }): Iterable<Finding> {
  if (uses.some(({ licence }) => licence === 'unknown')) {
    yield warning(
      'rights-unknown',
      '이용 조건을 모르는 사진이 있어요. 써도 되는지 확인해 주세요.',
      'The terms of a picture are not known. Check that we may use it.',
      spot,
    );
  }
  if (uses.some(({ licence }) => licence === 'quotation')) {
    yield warning(
      'rights-quotation',
      '다른 사람의 작품을 인용한 사진이 있어요. 인용으로 볼 수 있는지 확인해 주세요.',
      "A picture quotes somebody else's work. Check that it counts as a quotation.",
      spot,
    );
  }
  if (uses.some(({ licence, credit }) => needsCredit.has(licence) && !credit.trim())) {
    yield warning(
      'credit-missing',
      '출처가 없는 사진이 있어요. 누가 만들었는지 적어 주세요.',
      'A picture has no credit. Say who made it.',
      spot,
    );
  }
}

const needsCredit = new Set<ImageUse['licence']>(['cc-by', 'cc-by-sa', 'licensed', 'quotation']);

/** Every image in a section, and those that carry words of their own (a picture's `decorative` tells them apart). */
function picturesIn({ content }: SectionToCheck): { ids: string[]; uses: ImageUse[] } {
  const ids: string[] = [];
  const uses: ImageUse[] = [];
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if ('imageId' in value && typeof value.imageId === 'string') {
      ids.push(value.imageId);
      if ('decorative' in value) uses.push(value as ImageUse);
    }
    for (const one of Object.values(value)) visit(one);
  };
  visit(content);
  return { ids, uses };
}
