import { ApiProblem, ApiUnreachable } from '@gonggo/contract/client';
import type { Words } from '../words/ko.ts';

/** What went wrong, in the person's language. */
export function problemText(error: unknown, words: Words): string {
  if (error instanceof ApiUnreachable) return words.common.unreachable;
  if (!(error instanceof ApiProblem)) return words.common.failed;
  if (error.siteUrl) return words.common.wrongOrigin(error.siteUrl);
  // `detail` says it more exactly, but speaks English only.
  return words.language === 'en' && error.detail ? error.detail : words.common.problems[error.code];
}

/** The message for one spot of the body (`/slug`), or undefined when the problem is elsewhere. */
export function spotText(error: unknown, pointer: string, words: Words): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  const spot = error.errors.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
  if (!spot) return undefined;
  return words.language === 'en' ? spot.message : words.common.spot;
}

export const isProblem = (error: unknown, code: ApiProblem['code']): error is ApiProblem =>
  error instanceof ApiProblem && error.code === code;
