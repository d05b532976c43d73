import { find } from 'linkifyjs';
import { Refused } from '../../attributes.ts';
import { marks } from '../../registry.ts';

/** An address in running text: where it stands, and where it leads in its stored form. */
export interface FoundAddress {
  from: number;
  to: number;
  href: string;
}

/** An address in the form in which links store it, or null where it can't be a link. */
export function linkAddress(written: string): string | null {
  try {
    return String(marks.link.attributes.href?.read(written));
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** Longer runs without a space are no addresses that a link may have: they are not looked at. */
const longestWord = 2000;
const begin = /https?:\/\/|www\./i;
/** Hangul directly after an address is a particle, not a part of it. */
const address = /^(?:https?:\/\/|www\.)\P{Script=Hangul}+$/iu;

/** What shows that only the beginning of an address was found, as of one under a domain that nobody knows. */
const goesOn = /^[-.:@_]*(?!\p{Script=Hangul})[\p{L}\p{N}]/u;

/** The web addresses in running text, in order. One that can't be a link is left out. */
export function addressesIn(text: string): FoundAddress[] {
  if (!begin.test(text)) return [];
  return Array.from(text.matchAll(/\S+/g)).flatMap(({ 0: word, index }) =>
    word.length <= longestWord && begin.test(word) ? inWord(word, index) : [],
  );
}

const inWord = (word: string, at: number): FoundAddress[] =>
  find(word, { defaultProtocol: 'https' }).flatMap(({ isLink, value, href: written, start, end }) => {
    const whole = isLink && address.test(value) && !goesOn.test(word.slice(end));
    const href = whole ? linkAddress(written) : null;
    return href === null ? [] : [{ from: at + start, to: at + end, href }];
  });
