import type { ChangeFacts, DraftFacts } from '@gonggo/contract';
import { slugify } from '@gonggo/content';
import type { Posting } from './posting.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A posting's columns as the facts that travel. */
export function factsOf(posting: Posting, vocabulary: Vocabulary): DraftFacts {
  return {
    title: posting.title,
    jobTitle: posting.jobTitle,
    summary: posting.summary,
    slug: posting.slug,
    cover: posting.coverImageId ? { imageId: posting.coverImageId, alt: posting.coverAlt } : null,
    company: posting.company,
    team: vocabulary.slug(posting.teamId),
    jobFamily: vocabulary.slug(posting.jobFamilyId),
    experience: posting.hasExperience ? { minYears: posting.minYears, maxYears: posting.maxYears } : null,
    level: posting.level,
    employmentType: posting.employmentType,
    locations: posting.locations.map(({ country, region, locality }) => ({ country, region, locality })),
    remote: posting.remote,
    pay: payOf(posting),
    openings: posting.openings,
    opensAt: posting.opensAt?.toISOString() ?? null,
    closesAt: posting.closesAt?.toISOString() ?? null,
    closesAtZone: posting.closesAtZone,
    applyUrl: posting.applyUrl,
    tagIds: posting.tagIds,
    authors: posting.authors.map(({ accountId, name, role, avatar }) => ({ accountId, name, role, avatar })),
  };
}

function payOf({ payCurrency, payMin, payMax, payUnit }: Posting): DraftFacts['pay'] {
  return payCurrency && payUnit ? { currency: payCurrency, min: payMin, max: payMax, unit: payUnit } : null;
}

const moment = (text: string | null) => (text === null ? null : new Date(text));

/** One line per fact: how it lies in columns. What is missing stays. Team and job family are ids, looked up before. */
export function columnsOf(
  change: ChangeFacts,
  terms: { teamId?: string | null; jobFamilyId?: string | null },
): Partial<Posting> {
  const { cover, experience, pay } = change;
  const columns: Partial<Posting> = {
    title: change.title,
    jobTitle: change.jobTitle,
    summary: change.summary,
    slug: change.slug === undefined ? undefined : slugify(change.slug),
    company: change.company,
    teamId: terms.teamId,
    jobFamilyId: terms.jobFamilyId,
    level: change.level,
    employmentType: change.employmentType,
    remote: change.remote,
    openings: change.openings,
    closesAtZone: change.closesAtZone,
    applyUrl: change.applyUrl,
    tagIds: change.tagIds,
    locations: change.locations?.map(({ country, region, locality }) => ({ country, region, locality })),
    authors: change.authors?.map(({ accountId, name, role, avatar }) => ({ accountId, name, role, avatar })),
    ...(cover === undefined ? {} : { coverImageId: cover?.imageId ?? null, coverAlt: cover?.alt ?? '' }),
    ...(experience === undefined
      ? {}
      : {
          hasExperience: experience !== null,
          minYears: experience?.minYears ?? null,
          maxYears: experience?.maxYears ?? null,
        }),
    ...(pay === undefined
      ? {}
      : {
          payCurrency: pay?.currency ?? null,
          payMin: pay?.min ?? null,
          payMax: pay?.max ?? null,
          payUnit: pay?.unit ?? null,
        }),
    ...(change.opensAt === undefined ? {} : { opensAt: moment(change.opensAt) }),
    ...(change.closesAt === undefined ? {} : { closesAt: moment(change.closesAt) }),
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
