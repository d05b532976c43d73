import {
  employmentTypeLabel,
  experienceLabel,
  formatMoment,
  levelLabel,
  payLabel,
  placeLabel,
  remoteLabel,
} from '@gonggo/content';
import type { DraftFacts, Term, TermKind } from '@gonggo/contract';
import type { CompareLine } from '../editor/compare.ts';
import type { Words } from '../words/ko.ts';
import type { FactName } from './merge-facts.ts';
import { termName } from './terms.ts';

/** One fact as the facts panel names it, for comparing two of them; a line per picture and per author. */
export function factLines(name: FactName, facts: DraftFacts, terms: Term[], words: Words): CompareLine[] {
  const label = words.facts.names[name];
  const line = (text: string | null | undefined, imageId?: string | null): CompareLine => ({
    text: `${label}: ${text || words.conflict.empty}`,
    ...(imageId ? { imageId } : {}),
  });
  if (name === 'cover' && facts.cover)
    return [line(facts.cover.alt || words.images.noAlt, facts.cover.imageId)];
  if (name === 'authors' && facts.authors.length) {
    return facts.authors.map((author) =>
      line([author.name, author.role].filter(Boolean).join(' · '), author.avatar),
    );
  }
  return [line(factText(name, facts, terms, words))];
}

function factText(name: FactName, facts: DraftFacts, terms: Term[], words: Words): string | null | undefined {
  const { language } = words;
  const termOf = (kind: TermKind, slug: string) => {
    const term = terms.find((one) => one.kind === kind && one.slug === slug);
    return term ? termName(term, language) : slug;
  };
  switch (name) {
    case 'team':
    case 'jobFamily':
      return facts[name] && termOf(name, facts[name]);
    case 'level':
      return facts.level && levelLabel(facts.level, language);
    case 'employmentType':
      return facts.employmentType && employmentTypeLabel(facts.employmentType, language);
    case 'remote':
      return facts.remote && remoteLabel(facts.remote, language);
    case 'experience':
      return facts.experience && experienceLabel(facts.experience, language);
    case 'pay':
      return facts.pay && payLabel(facts.pay, language);
    case 'locations':
      return facts.locations.map((place) => placeLabel(place, language)).join(' / ');
    case 'openings':
      return facts.openings?.toLocaleString('en-US');
    case 'opensAt':
      return facts.opensAt && formatMoment(facts.opensAt, facts.closesAtZone, language);
    case 'closesAt':
      return facts.closesAt
        ? formatMoment(facts.closesAt, facts.closesAtZone, language)
        : words.postings.untilFilled;
    case 'closesAtZone':
      return facts.closesAtZone.replaceAll('_', ' ');
    case 'tagIds':
      return facts.tagIds
        .flatMap((id) => terms.find((term) => term.id === id) ?? [])
        .map((term) => termName(term, language))
        .join(', ');
    case 'cover':
    case 'authors':
      return null;
    default:
      return facts[name];
  }
}
