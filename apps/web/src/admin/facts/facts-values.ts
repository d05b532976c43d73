import type { EmploymentType, Level, PayUnit, RemoteKind } from '@gonggo/content';
import type { DraftFacts } from '@gonggo/contract';
import { momentOf, wallClock } from '@gonggo/ui';
import type { Words } from '../words/ko.ts';
import type { FactName } from './merge-facts.ts';
import { readAddress, readCount, readCountry, readPay } from './read-typed.ts';

/** The facts as the form holds them: what people type, before it means anything. Empty = none. */
export interface FactsValues {
  title: string;
  jobTitle: string;
  summary: string;
  slug: string;
  cover: { imageId: string; alt: string } | null;
  company: string;
  team: string;
  jobFamily: string;
  minYears: string;
  maxYears: string;
  level: Level | '';
  employmentType: EmploymentType | '';
  locations: { country: string; region: string; locality: string }[];
  remote: RemoteKind | '';
  payCurrency: string;
  payMin: string;
  payMax: string;
  payUnit: PayUnit;
  openings: string;
  /** Clock times in `zone`, as DateTimeField tells them. */
  opens: string;
  closes: string;
  zone: string;
  applyUrl: string;
  tagIds: string[];
  authors: { accountId: string | null; name: string; role: string; avatar: string | null }[];
}

export type FactErrors = Partial<Record<FactName, keyof Words['facts']['errors']>>;

const text = (value: number | null | undefined) => (value == null ? '' : String(value));
const grouped = (value: number | null | undefined) => (value == null ? '' : value.toLocaleString('en-US'));
const clock = (moment: string | null, zone: string) => (moment ? wallClock(moment, zone) : '');

export function valuesOf(facts: DraftFacts): FactsValues {
  const { experience, pay, opensAt, closesAt, closesAtZone: zone } = facts;
  return {
    title: facts.title,
    jobTitle: facts.jobTitle,
    summary: facts.summary,
    slug: facts.slug,
    cover: facts.cover && { ...facts.cover },
    company: facts.company,
    team: facts.team ?? '',
    jobFamily: facts.jobFamily ?? '',
    minYears: text(experience?.minYears),
    maxYears: text(experience?.maxYears),
    level: facts.level ?? '',
    employmentType: facts.employmentType ?? '',
    locations: facts.locations.map(({ country, region, locality }) => ({ country, region, locality })),
    remote: facts.remote ?? '',
    payCurrency: pay?.currency ?? 'KRW',
    payMin: grouped(pay?.min),
    payMax: grouped(pay?.max),
    payUnit: pay?.unit ?? 'YEAR',
    openings: text(facts.openings),
    opens: clock(opensAt, zone),
    closes: clock(closesAt, zone),
    zone,
    applyUrl: facts.applyUrl ?? '',
    tagIds: [...facts.tagIds],
    authors: facts.authors.map(({ accountId, name, role, avatar }) => ({ accountId, name, role, avatar })),
  };
}

/**
 * What the form says, as facts. A fact that is not right yet (half an address, a minimum above its maximum) keeps
 * its value of `last` and is named in `errors`, so that everything else is saved meanwhile.
 */
export function factsOf(values: FactsValues, last: DraftFacts): { facts: DraftFacts; errors: FactErrors } {
  const errors: FactErrors = {};
  const keep = <Name extends FactName>(name: Name, error: FactErrors[FactName]): DraftFacts[Name] => {
    errors[name] = error;
    return last[name];
  };

  const experience = (): DraftFacts['experience'] => {
    const [min, max] = [readCount(values.minYears), readCount(values.maxYears)];
    if (min === undefined || max === undefined) return keep('experience', 'number');
    if ((min ?? 0) > 60 || (max ?? 0) > 60) return keep('experience', 'years');
    if (min !== null && max !== null && min > max) return keep('experience', 'order');
    return min === null && max === null ? null : { minYears: min, maxYears: max };
  };
  const pay = (): DraftFacts['pay'] => {
    const currency = values.payCurrency.trim().toUpperCase();
    const [min, max] = [readPay(values.payMin, currency), readPay(values.payMax, currency)];
    if (min === undefined || max === undefined) return keep('pay', currency === 'KRW' ? 'won' : 'pay');
    if (min === null && max === null) return null;
    if (min !== null && max !== null && min > max) return keep('pay', 'order');
    if (!/^[A-Z]{3}$/.test(currency)) return keep('pay', 'currency');
    return { currency, min, max, unit: values.payUnit };
  };
  const openings = (): number | null => {
    const count = readCount(values.openings);
    if (count === undefined) return keep('openings', 'number');
    return count !== null && (count < 1 || count > 10_000) ? keep('openings', 'openings') : count;
  };
  const locations = (): DraftFacts['locations'] => {
    const stored = countriesOf(last);
    const places = values.locations.map(({ country, region, locality }) => ({
      country: stored.has(country) ? country : (readCountry(country) ?? ''),
      region: region.trim(),
      locality: locality.trim(),
    }));
    return places.every((place) => place.country) ? places : keep('locations', 'country');
  };
  const moment = (name: 'opensAt' | 'closesAt', written: string): string | null => {
    if (!written) return null;
    // The form knows minutes only: a stored moment with seconds stays as it is until its minute is changed.
    if (last[name] && values.zone === last.closesAtZone && clock(last[name], values.zone) === written)
      return last[name];
    return momentOf(written, values.zone) ?? keep(name, 'moment');
  };
  const applyUrl = (): string | null => {
    if (values.applyUrl === last.applyUrl) return last.applyUrl;
    const address = readAddress(values.applyUrl);
    return address === undefined ? keep('applyUrl', 'url') : address;
  };

  const facts: DraftFacts = {
    title: values.title.replaceAll(/(?<!\s)\s*\n\s*/g, ' '), // pasted
    jobTitle: values.jobTitle,
    summary: values.summary,
    slug: values.slug.trim() || keep('slug', 'slug'),
    cover: values.cover,
    company: values.company,
    team: values.team || null,
    jobFamily: values.jobFamily || null,
    experience: experience(),
    level: values.level || null,
    employmentType: values.employmentType || null,
    locations: locations(),
    remote: values.remote || null,
    pay: pay(),
    openings: openings(),
    opensAt: moment('opensAt', values.opens),
    closesAt: moment('closesAt', values.closes),
    closesAtZone: values.zone,
    applyUrl: applyUrl(),
    tagIds: values.tagIds,
    authors: values.authors.every((author) => author.name.trim())
      ? values.authors
      : keep('authors', 'authorName'),
  };
  if (facts.opensAt && facts.closesAt && facts.opensAt >= facts.closesAt)
    errors.opensAt ??= 'opensAfterCloses';
  return { facts, errors };
}

/** Another client may have written a country in an older way (`UK`): it stays so until somebody writes it anew. */
const countriesOf = ({ locations }: DraftFacts) => new Set(locations.map(({ country }) => country));

type TypedField =
  | 'payMin'
  | 'payMax'
  | 'payCurrency'
  | 'minYears'
  | 'maxYears'
  | 'openings'
  | 'applyUrl'
  | `locations.${number}.country`;

/** What was typed and understood, but is not yet written the one usual way: field → how to write it. */
export function tidied(values: FactsValues, stored: DraftFacts): [TypedField, string][] {
  const written = (typed: string, read: number | null | undefined, write: (one: number) => string) =>
    read == null ? typed : write(read);
  const tidy: [TypedField, string, string][] = [];
  const add = (field: TypedField, typed: string, usual: string) => tidy.push([field, typed, usual]);
  for (const field of ['payMin', 'payMax'] as const)
    add(field, values[field], written(values[field], readPay(values[field], values.payCurrency), grouped));
  for (const field of ['minYears', 'maxYears', 'openings'] as const)
    add(field, values[field], written(values[field], readCount(values[field]), String));
  add('payCurrency', values.payCurrency, values.payCurrency.trim().toUpperCase());
  if (values.applyUrl !== stored.applyUrl)
    add('applyUrl', values.applyUrl, readAddress(values.applyUrl) ?? values.applyUrl);
  const kept = countriesOf(stored);
  for (const [index, { country }] of values.locations.entries())
    if (!kept.has(country)) add(`locations.${index}.country`, country, readCountry(country) ?? country);
  return tidy.flatMap(([field, typed, usual]) => (typed === usual ? [] : [[field, usual]]));
}
