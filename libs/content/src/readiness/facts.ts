import { isTimeZone } from '../values.ts';
import { aboutField, error, warning, type Finding, type ReadinessInput } from './findings.ts';

/** A yearly pay in won below this was most likely typed in units of 10,000, as Koreans say it. */
const leastYearlyWon = 10_000_000;
const summaryLength = { shortest: 30, longest: 160 };

/** What is missing or contradicts itself in the facts. */
export function factFindings({ facts, now }: ReadinessInput): Finding[] {
  return [...naming(facts), ...times(facts, new Date(now).getTime()), ...conditions(facts)];
}

function* naming({ title, jobTitle, summary, cover, authors }: ReadinessInput['facts']): Iterable<Finding> {
  if (!title.trim())
    yield error('title-missing', '제목을 적어 주세요.', 'Give it a headline.', aboutField('title'));
  if (!jobTitle.trim()) {
    yield error(
      'job-title-missing',
      '직무 이름을 적어 주세요. 검색 엔진이 이 이름으로 찾아요.',
      'Name the role alone: search engines list it by that.',
      aboutField('jobTitle'),
    );
  } else if (/채용|모집|구합니다|찾습니다|hiring|wanted|[!★☆【】]/i.test(jobTitle)) {
    yield warning(
      'job-title-wording',
      '직무 이름에는 역할만 남겨 주세요. 예: 백엔드 개발자 (Node.js)',
      'Keep the role alone in the job title, for example Backend Engineer (Node.js).',
      aboutField('jobTitle'),
    );
  }
  const length = summary.trim().length;
  if (length === 0) {
    yield warning(
      'summary-missing',
      '요약이 없어요. 목록과 공유 화면에 쓰여요.',
      'There is no summary. Lists and shared links show it.',
      aboutField('summary'),
    );
  } else if (length < summaryLength.shortest) {
    yield warning(
      'summary-short',
      `요약이 짧아요. ${summaryLength.shortest}자 이상이면 무엇을 하는 자리인지 보여요.`,
      `The summary is short. From ${summaryLength.shortest} characters on, it says what the job is.`,
      aboutField('summary'),
    );
  } else if (length > summaryLength.longest) {
    yield warning(
      'summary-long',
      `요약이 ${summaryLength.longest}자를 넘어요. 검색 결과에서는 뒤가 잘려요.`,
      `The summary is longer than ${summaryLength.longest} characters. Search results cut it.`,
      aboutField('summary'),
    );
  }
  if (!cover)
    yield warning('cover-missing', '표지 사진이 없어요.', 'There is no cover picture.', aboutField('cover'));
  yield* byline(authors);
}

/** An account begins as the part of its address before the @; readers want to see a person. */
const roleNames = /^(owner|admin|editor|author|hr|jobs|recruit(ing|er|ment)?|careers?|info|me|user)$/i;

function* byline(authors: ReadinessInput['facts']['authors']): Iterable<Finding> {
  if (authors.length === 0) {
    yield warning(
      'author-missing',
      '누가 쓴 글인지 적어 주세요.',
      'Say who is writing.',
      aboutField('authors'),
    );
  }
  for (const { name, avatar } of authors) {
    if (roleNames.test(name.trim())) {
      yield warning(
        'author-nameless',
        `‘${name}’ 님으로 보여요. 이름이나 별명을 적어 주세요.`,
        `It is signed “${name}”. Give a name or nickname.`,
        aboutField('authors'),
      );
    }
    if (avatar === null) {
      yield warning(
        'author-faceless',
        `${name} 님의 얼굴 사진이 없어요. 누가 말하는지 보이면 더 믿음이 가요.`,
        `There is no portrait of ${name}. A face says who is speaking.`,
        aboutField('authors'),
      );
    }
  }
}

function* times(
  { opensAt, closesAt, closesAtZone }: ReadinessInput['facts'],
  now: number,
): Iterable<Finding> {
  if (!isTimeZone(closesAtZone)) {
    yield error(
      'zone-invalid',
      '마감 시간대를 다시 골라 주세요. 예: Asia/Seoul',
      'Choose the time zone of the closing again, for example Asia/Seoul.',
      aboutField('closesAtZone'),
    );
  }
  if (!closesAt) return;
  if (Date.parse(closesAt) <= now) {
    yield error(
      'closing-past',
      '마감 시각이 이미 지났어요. 새 마감을 정하거나 비워 주세요.',
      'The closing has passed. Set a new one, or none.',
      aboutField('closesAt'),
    );
  } else if (opensAt && Date.parse(opensAt) >= Date.parse(closesAt)) {
    yield error(
      'opening-after-closing',
      '지원 시작이 마감보다 늦어요.',
      'It opens after it closes.',
      aboutField('opensAt'),
    );
  }
}

function* conditions({
  pay,
  experience,
  employmentType,
  locations,
  remote,
}: ReadinessInput['facts']): Iterable<Finding> {
  if (!pay || (pay.min == null && pay.max == null)) {
    yield warning(
      'pay-missing',
      '급여가 없어요. 적어 두면 지원자가 먼저 물어보지 않아도 돼요.',
      'There is no pay. With it, candidates need not ask.',
      aboutField('pay'),
    );
  } else if (pay.min != null && pay.max != null && pay.min > pay.max) {
    yield error(
      'pay-range',
      '급여의 최소가 최대보다 커요.',
      'The least pay is more than the most.',
      aboutField('pay'),
    );
  } else if (pay.currency === 'KRW' && pay.unit === 'YEAR' && (pay.min ?? pay.max ?? 0) < leastYearlyWon) {
    yield warning(
      'pay-small',
      '연봉이 천만 원보다 적어요. 만 원을 빠뜨리지 않았는지 봐 주세요.',
      'The yearly pay is below ten million won. Look whether zeros are missing.',
      aboutField('pay'),
    );
  }
  if (
    experience?.minYears != null &&
    experience.maxYears != null &&
    experience.minYears > experience.maxYears
  ) {
    yield error(
      'experience-range',
      '경력의 최소가 최대보다 커요.',
      'The least experience is more than the most.',
      aboutField('experience'),
    );
  }
  if (!employmentType) {
    yield warning(
      'employment-type-missing',
      '고용 형태를 골라 주세요.',
      'Choose the type of employment.',
      aboutField('employmentType'),
    );
  }
  if (
    remote !== 'remote' &&
    locations.length > 0 &&
    !locations.some(({ region, locality }) => region || locality)
  ) {
    yield warning(
      'place-vague',
      '근무지에 나라만 있어요. 지역이나 도시를 적어 주세요.',
      'The place is no more than a country. Name the region or city.',
      aboutField('locations'),
    );
  }
  if (locations.length === 0) {
    yield remote === 'remote'
      ? warning(
          'remote-country-missing',
          '어느 나라에서 일할 수 있는지 근무지에 나라를 적어 주세요. 검색 엔진이 요구해요.',
          'Name the countries one can work from as places. Search engines ask for them.',
          aboutField('locations'),
        )
      : warning(
          'place-missing',
          '근무지가 없어요. 검색 엔진이 채용 공고로 보여 주지 않을 수 있어요.',
          'There is no place of work. Search engines may not list the job.',
          aboutField('locations'),
        );
  }
}
