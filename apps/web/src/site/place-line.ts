import { employmentTypeLabel, placeLabel, remoteLabel } from '@gonggo/content';
import type { PostingListItem } from '@gonggo/contract';

/** `플랫폼팀 · 경기 성남 · 정규직`: what a candidate asks first. */
export function placeLine({ locale, facts }: Pick<PostingListItem, 'locale' | 'facts'>): string {
  const [place, ...more] = facts.locations;
  const others = more.length ? ` +${more.length}` : '';
  return [
    facts.team?.name,
    place ? placeLabel(place, locale) + others : facts.remote && remoteLabel(facts.remote, locale),
    facts.employmentType && employmentTypeLabel(facts.employmentType, locale),
  ]
    .filter(Boolean)
    .join(' · ');
}
