import type { Term } from '@gonggo/contract';

/** A team, job family or tag in this language; Korean where it has no English name. */
export const termName = (term: Term, language: 'ko' | 'en') =>
  language === 'en' && term.nameEn ? term.nameEn : term.nameKo;
