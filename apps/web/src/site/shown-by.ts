import type { Locale } from '@gonggo/content';
import { linesOf, nothing, type Shows } from '@gonggo/contract/shows';
import { othersShown } from './load-posting.ts';
import { otherLocale } from './addresses.ts';
import type { View } from './view.ts';

/** What of postings a page depends on; `asked` is the slug in its address, if there is one. */
export function shownBy(view: View, locale: Locale, asked?: string | string[]): Shows {
  switch (view.kind) {
    case 'home':
      return { ...nothing, languages: view.openCount > 0 ? [locale] : [locale, otherLocale(locale)] };
    case 'posting': {
      const { id, facts } = view.posting;
      const near = { id, team: facts.team?.slug ?? null, jobFamily: facts.jobFamily };
      return { ...nothing, postings: [id], lines: [linesOf(locale, near, view.others, othersShown)] };
    }
    case 'missing':
    case 'gone':
      // Any change may bring a posting to this address, or lead from it to one.
      if (asked !== undefined) return { ...nothing, languages: [locale] };
      return { ...nothing, lines: [linesOf(locale, null, view.others, othersShown)] };
    case 'away':
      return nothing;
  }
}
