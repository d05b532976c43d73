import type {
  EmploymentType,
  Level,
  Licence,
  Locale,
  PayUnit,
  PostingFacts,
  PostingPay,
  PostingPlace,
  RemoteKind,
  SectionKind,
} from './document.ts';

type Words<Key extends string> = Record<Key, Record<Locale, string>>;

const kinds: Words<SectionKind> = {
  introduction: { ko: '소개', en: 'Introduction' },
  role: { ko: '하는 일', en: 'The role' },
  techStack: { ko: '기술 스택', en: 'Tech stack' },
  qualifications: { ko: '자격 요건', en: 'Qualifications' },
  preferred: { ko: '우대 사항', en: 'Preferred' },
  howWeWork: { ko: '일하는 방식', en: 'How we work' },
  whatYouGain: { ko: '여기서 얻는 것', en: 'What you gain' },
  benefits: { ko: '복지와 보상', en: 'Benefits' },
  process: { ko: '채용 절차', en: 'Hiring process' },
  teamFacts: { ko: '팀 한눈에 보기', en: 'The team in figures' },
  people: { ko: '함께할 사람들', en: 'People' },
  quote: { ko: '한마디', en: 'In their words' },
  gallery: { ko: '사진', en: 'Pictures' },
  faq: { ko: '자주 묻는 질문', en: 'Questions and answers' },
  closing: { ko: '맺음말', en: 'Closing' },
  apply: { ko: '지원하기', en: 'Apply' },
  text: { ko: '글', en: 'Text' },
};

const employment: Words<EmploymentType> = {
  FULL_TIME: { ko: '정규직', en: 'Full-time' },
  PART_TIME: { ko: '시간제', en: 'Part-time' },
  CONTRACTOR: { ko: '계약직', en: 'Contract' },
  TEMPORARY: { ko: '기간제', en: 'Temporary' },
  INTERN: { ko: '인턴', en: 'Internship' },
  OTHER: { ko: '기타', en: 'Other' },
};

const levelNames: Words<Level> = {
  intern: { ko: '인턴', en: 'Intern' },
  junior: { ko: '주니어', en: 'Junior' },
  mid: { ko: '미드 레벨', en: 'Mid-level' },
  senior: { ko: '시니어', en: 'Senior' },
  lead: { ko: '리드', en: 'Lead' },
  any: { ko: '경력 무관', en: 'Any level' },
};

const remoteNames: Words<RemoteKind> = {
  onsite: { ko: '사무실 근무', en: 'On site' },
  hybrid: { ko: '일부 재택', en: 'Hybrid' },
  remote: { ko: '전면 재택', en: 'Remote' },
};

const licenceNames: Words<Licence> = {
  own: { ko: '직접 만든 것', en: 'Our own work' },
  cc0: { ko: 'CC0 (퍼블릭 도메인)', en: 'CC0 (public domain)' },
  'cc-by': { ko: 'CC BY', en: 'CC BY' },
  'cc-by-sa': { ko: 'CC BY-SA', en: 'CC BY-SA' },
  licensed: { ko: '이용 허락을 받음', en: 'Licensed to us' },
  quotation: { ko: '인용', en: 'Quotation' },
  unknown: { ko: '모름', en: 'Not known' },
};

const payUnitNames: Words<PayUnit> = {
  HOUR: { ko: '시급', en: 'an hour' },
  DAY: { ko: '일급', en: 'a day' },
  WEEK: { ko: '주급', en: 'a week' },
  MONTH: { ko: '월급', en: 'a month' },
  YEAR: { ko: '연봉', en: 'a year' },
};

/** What a section of this kind is called where it has no heading of its own. */
export const kindLabel = (kind: SectionKind, locale: Locale): string => kinds[kind][locale];
export const employmentTypeLabel = (type: EmploymentType, locale: Locale): string => employment[type][locale];
export const levelLabel = (level: Level, locale: Locale): string => levelNames[level][locale];
export const remoteLabel = (remote: RemoteKind, locale: Locale): string => remoteNames[remote][locale];
export const licenceLabel = (licence: Licence, locale: Locale): string => licenceNames[licence][locale];

/** `경력 1–10년` · `1–10 years`; `신입` for nobody with a past. */
export function experienceLabel(experience: NonNullable<PostingFacts['experience']>, locale: Locale): string {
  const { minYears: min, maxYears: max } = experience;
  const ko = locale === 'ko';
  if (min == null && max == null) return ko ? '경력 무관' : 'Any experience';
  if (!min && max === 0) return ko ? '신입' : 'No experience needed';
  if (max == null)
    return min ? (ko ? `경력 ${min}년 이상` : `${min}+ years`) : ko ? '신입·경력' : 'Any experience';
  if (min == null) return ko ? `경력 ${max}년 이하` : `Up to ${max} years`;
  if (min === 0) return ko ? `신입·경력 ${max}년 이하` : `0–${max} years`;
  if (min === max) return ko ? `경력 ${min}년` : `${min} ${min === 1 ? 'year' : 'years'}`;
  return ko ? `경력 ${min}–${max}년` : `${min}–${max} years`;
}

/** `경기 성남` · `Seongnam, Gyeonggi`; the country alone where nothing else is known. */
export function placeLabel({ country, region, locality }: PostingPlace, locale: Locale): string {
  const named = (locale === 'ko' ? [region, locality] : [locality, region]).filter(Boolean);
  return named.join(locale === 'ko' ? ' ' : ', ') || countryName(country, locale);
}

function countryName(country: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'region' }).of(country) ?? country;
  } catch {
    return country; // not a region code Intl takes
  }
}

/** `연봉 6,000만–9,000만 원` · `KRW 60,000,000–90,000,000 a year`. Empty when neither end is known. */
export function payLabel({ currency, min, max, unit }: PostingPay, locale: Locale): string {
  const amount = (value: number) =>
    locale === 'ko' && currency === 'KRW' ? koreanWon(value) : value.toLocaleString('en-US');
  const range = payRange(min == null ? null : amount(min), max == null ? null : amount(max), locale);
  if (!range) return '';
  if (locale === 'en') return `${range.replace(/\d/, `${currency} $&`)} ${payUnitNames[unit].en}`;
  return currency === 'KRW'
    ? `${payUnitNames[unit].ko} ${range.replace(/( 이상| 이하)?$/, ' 원$1')}`
    : `${payUnitNames[unit].ko} ${currency} ${range}`;
}

function payRange(min: string | null, max: string | null, locale: Locale): string {
  if (min == null && max == null) return '';
  if (max == null) return locale === 'ko' ? `${min} 이상` : `from ${min}`;
  if (min == null) return locale === 'ko' ? `${max} 이하` : `up to ${max}`;
  return min === max ? min : `${min}–${max}`;
}

/** 60,000,000 → `6,000만`, 120,000,000 → `1억 2,000만`, 11,500 → `11,500`. */
function koreanWon(value: number): string {
  if (value < 10_000 || value % 10_000 !== 0) return value.toLocaleString('en-US');
  const [eok, man] = [Math.floor(value / 100_000_000), (value % 100_000_000) / 10_000];
  return [eok ? `${eok.toLocaleString('en-US')}억` : '', man ? `${man.toLocaleString('en-US')}만` : '']
    .filter(Boolean)
    .join(' ');
}
