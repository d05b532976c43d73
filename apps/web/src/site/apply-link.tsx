import type { ApplyContent, PostingDocument } from '@gonggo/content';
import { wordsOf } from './words.ts';

export interface ApplyWay {
  url: string;
  label: string;
  /** Also as a bar that stays in reach on phones. */
  sticky: boolean;
}

/** Where and how one applies now; null when it is closed, not open yet, or there is no address. */
export function applyWayOf(posting: PostingDocument, now: number): ApplyWay | null {
  const { facts, sections, status, locale } = posting;
  if (status === 'closed' || (facts.opensAt && Date.parse(facts.opensAt) > now)) return null;
  const section = sections.find(({ kind }) => kind === 'apply')?.content as ApplyContent | undefined;
  const url = section?.url ?? facts.applyUrl;
  if (!url) return null;
  return { url, label: section?.label || wordsOf(locale).apply, sticky: section?.sticky ?? true };
}

export function ApplyLink({ way }: { way: ApplyWay }) {
  return (
    <a className="apply" href={way.url} rel="noopener">
      {way.label}
    </a>
  );
}
