import type { Locale, PostingFacts, PostingStatus } from './document.ts';
import {
  employmentTypeLabel,
  experienceLabel,
  levelLabel,
  payLabel,
  placeLabel,
  remoteLabel,
} from './labels.ts';
import { formatMoment } from './moments.ts';

/** One fact as readers see it. `fact` names the field, for whoever wants an icon or an order of their own. */
export interface FactRow {
  fact: keyof PostingFacts;
  label: string;
  value: string;
}

const labels: Partial<Record<keyof PostingFacts, Record<Locale, string>>> = {
  company: { ko: '회사', en: 'Company' },
  team: { ko: '팀', en: 'Team' },
  experience: { ko: '경력', en: 'Experience' },
  level: { ko: '레벨', en: 'Level' },
  employmentType: { ko: '고용 형태', en: 'Employment' },
  locations: { ko: '근무지', en: 'Place' },
  remote: { ko: '근무 방식', en: 'Way of working' },
  pay: { ko: '급여', en: 'Pay' },
  openings: { ko: '채용 인원', en: 'Openings' },
  opensAt: { ko: '지원 시작', en: 'Opens' },
  closesAt: { ko: '마감', en: 'Closes' },
};

/** The facts of a posting that are known, in the order in which candidates ask for them. */
export function factRows(facts: PostingFacts, locale: Locale, status: PostingStatus = 'open'): FactRow[] {
  const {
    team,
    experience,
    level,
    employmentType,
    locations,
    remote,
    pay,
    openings,
    opensAt,
    closesAt,
    closesAtZone,
  } = facts;
  const values: [keyof PostingFacts, string | false | null | undefined][] = [
    ['company', facts.company],
    ['team', team?.name],
    // The row's label says 경력 already.
    ['experience', experience && experienceLabel(experience, locale).replace(/^경력 (?=\d)/, '')],
    ['level', level && levelLabel(level, locale)],
    ['employmentType', employmentType && employmentTypeLabel(employmentType, locale)],
    ['locations', locations.map((place) => placeLabel(place, locale)).join(locale === 'ko' ? ' · ' : ' / ')],
    ['remote', remote && remoteLabel(remote, locale)],
    ['pay', pay && payLabel(pay, locale)],
    ['openings', openings != null && (locale === 'ko' ? `${openings}명` : String(openings))],
    ['opensAt', opensAt && formatMoment(opensAt, closesAtZone, locale)],
    ['closesAt', closingOf(closesAt && formatMoment(closesAt, closesAtZone, locale), locale, status)],
  ];
  return values.flatMap(([fact, value]) =>
    value ? [{ fact, label: labelOf(fact, status)?.[locale] ?? fact, value }] : [],
  );
}

/** A past moment behind "Closes" would leave it to the reader to look at the calendar. */
const closedLabel: Record<Locale, string> = { ko: '지원', en: 'Applications' };
const labelOf = (fact: keyof PostingFacts, status: PostingStatus) =>
  fact === 'closesAt' && status === 'closed' ? closedLabel : labels[fact];

function closingOf(moment: string | null, locale: Locale, status: PostingStatus): string {
  if (status === 'open') return moment ?? (locale === 'ko' ? '채용 시 마감' : 'Until filled');
  if (locale === 'ko') return moment ? `${moment}에 마감했어요` : '마감했어요';
  return moment ? `Closed on ${moment}` : 'Closed';
}
