import { isTimeZone } from '@gonggo/content';
import type { ChangeFacts, ProblemSpot } from '@gonggo/contract';
import { type EntityManager, In } from 'typeorm';
import { Account } from '../auth/account.ts';
import { missingImages } from '../images/missing-images.ts';
import { badRequest } from '../platform/problem/problem.ts';
import { heldTerms } from '../taxonomy/held-terms.ts';

export interface FactTerms {
  teamId?: string | null;
  jobFamilyId?: string | null;
}

/**
 * What the shape alone cannot say: that whatever is referred to exists, and that ranges are ranges. Answers the ids of
 * the terms named by slug; throws 400 with every wrong spot.
 */
export async function checkFacts(tx: EntityManager, facts: ChangeFacts): Promise<FactTerms> {
  const [terms, termSpots] = await findTerms(tx, facts);
  const spots = [
    ...termSpots,
    ...(await tagSpots(tx, facts.tagIds ?? [])),
    ...(await pictureSpots(tx, facts)),
    ...(await authorSpots(tx, facts)),
    ...rangeSpots(facts),
  ];
  if (spots.length) throw badRequest('Some facts cannot be: see `errors`.', spots);
  return terms;
}

async function findTerms(tx: EntityManager, facts: ChangeFacts): Promise<[FactTerms, ProblemSpot[]]> {
  const terms: FactTerms = {};
  const spots: ProblemSpot[] = [];
  for (const [kind, column] of [
    ['team', 'teamId'],
    ['jobFamily', 'jobFamilyId'],
  ] as const) {
    const slug = facts[kind];
    if (slug === undefined) continue;
    const [term = null] = slug === null ? [] : await heldTerms(tx, { kind, slug });
    if (slug !== null && !term)
      spots.push({ pointer: `/${kind}`, message: 'The taxonomy has no such slug.' });
    terms[column] = term?.id ?? null;
  }
  return [terms, spots];
}

async function tagSpots(tx: EntityManager, tagIds: string[]): Promise<ProblemSpot[]> {
  if (!tagIds.length) return [];
  const found = new Set((await heldTerms(tx, { kind: 'tag', id: In(tagIds) })).map(({ id }) => id));
  return tagIds.flatMap((id, index) => {
    const pointer = `/tagIds/${index}`;
    if (!found.has(id)) return [{ pointer, message: 'The taxonomy has no such tag.' }];
    return tagIds.indexOf(id) < index ? [{ pointer, message: 'This tag is named twice.' }] : [];
  });
}

async function pictureSpots(tx: EntityManager, { cover, authors = [] }: ChangeFacts): Promise<ProblemSpot[]> {
  const used = [
    ...(cover ? [{ pointer: '/cover/imageId', id: cover.imageId }] : []),
    ...authors.flatMap(({ avatar }, n) => (avatar ? [{ pointer: `/authors/${n}/avatar`, id: avatar }] : [])),
  ];
  const missing = new Set(await missingImages(tx, new Set(used.map(({ id }) => id))));
  return used
    .filter(({ id }) => missing.has(id))
    .map(({ pointer }) => ({ pointer, message: 'There is no such image.' }));
}

async function authorSpots(tx: EntityManager, { authors = [] }: ChangeFacts): Promise<ProblemSpot[]> {
  const ids = authors.flatMap(({ accountId }) => accountId ?? []);
  const known = new Set(ids.length ? (await tx.findBy(Account, { id: In(ids) })).map(({ id }) => id) : []);
  return authors.flatMap(({ accountId }, index) =>
    accountId && !known.has(accountId)
      ? [{ pointer: `/authors/${index}/accountId`, message: 'There is no such account.' }]
      : [],
  );
}

function rangeSpots({ experience, pay, closesAtZone, locations = [] }: ChangeFacts): ProblemSpot[] {
  const spots: ProblemSpot[] = [];
  if (isTurned(experience?.minYears, experience?.maxYears)) {
    spots.push({ pointer: '/experience/maxYears', message: 'The most must not be less than the least.' });
  }
  if (isTurned(pay?.min, pay?.max)) {
    spots.push({ pointer: '/pay/max', message: 'The most must not be less than the least.' });
  }
  if (pay && !/^[A-Z]{3}$/.test(pay.currency)) {
    spots.push({ pointer: '/pay/currency', message: 'Three capital letters, for example KRW (ISO 4217).' });
  }
  if (closesAtZone !== undefined && !isTimeZone(closesAtZone)) {
    spots.push({ pointer: '/closesAtZone', message: 'An IANA time zone, for example Asia/Seoul.' });
  }
  locations.forEach(({ country }, index) => {
    if (/^[A-Z]{2}$/.test(country)) return;
    spots.push({
      pointer: `/locations/${index}/country`,
      message: 'Two capital letters, for example KR (ISO 3166-1).',
    });
  });
  return spots;
}

const isTurned = (least: number | null | undefined, most: number | null | undefined) =>
  least != null && most != null && least > most;
