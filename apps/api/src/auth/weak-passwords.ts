import { convertHangulToQwerty } from 'es-hangul';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { Config } from '../platform/config/config.ts';
import type { EntityManager } from 'typeorm';
import { badRequest } from '../platform/problem/problem.ts';
import type { Account } from './account.ts';
import { koreanGuesses } from './korean-words.ts';

/** zxcvbn's score from 0 to 4: 3 = more than 10⁸ guesses, out of reach of guessing online and slow to crack from a hash. */
const enough = 3;

/** Words that somebody who attacks this account tries first: whose it is, where one works, what the product is called. */
export interface PasswordContext {
  email: string;
  name: string;
  siteName: string;
  siteUrl: Config['siteUrl'];
}

/** What to try first against `owner`, with the company's name as it is now. */
export async function passwordContext(
  db: EntityManager,
  { email, name }: Pick<Account, 'email' | 'name'>,
  { siteUrl }: Pick<Config, 'siteUrl'>,
): Promise<PasswordContext> {
  const [row] = await db.query<{ siteName: string }[]>('SELECT site_name AS "siteName" FROM setting');
  return { email, name, siteName: row?.siteName ?? '', siteUrl };
}

/** Refuses a new password that a guesser tries early. `pointer` names the field in the 400. */
export async function checkPassword(
  password: string,
  pointer: string,
  context: PasswordContext,
): Promise<void> {
  if (!(await isGuessable(password, context))) return;
  throw badRequest('The password is too easy to guess.', [
    {
      pointer,
      message:
        'Take several words that have nothing to do with each other, you or the company, or let a password manager make one.',
    },
  ]);
}

/** Whether a guesser comes to `password` within some 10⁸ tries: common, Korean, repeated, sequential or one's own words. */
export async function isGuessable(password: string, context: PasswordContext): Promise<boolean> {
  const own = ownWords(context);
  const estimate = await (estimator ??= makeEstimator());
  return spellings(password).some((spelling) => estimate.check(spelling, own).score < enough);
}

/** As typed, and as the keys that were pressed for it: Hangul and its keys are guessed alike. */
function spellings(password: string): string[] {
  const composed = password.normalize('NFC');
  const keys = convertHangulToQwerty(composed);
  return keys === composed ? [composed] : [composed, keys];
}

function ownWords({ email, name, siteName, siteUrl }: PasswordContext): string[] {
  const host = new URL(siteUrl).hostname.split('.');
  const whole = ['gonggo', '공고', email, ...email.split(/[@.]/), name, siteName, ...host];
  const parts = whole.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u), text.replace(/\s+/g, '')]);
  const words = [...parts, ...parts.map((part) => convertHangulToQwerty(part))];
  return [...new Set(words.map((word) => word.normalize('NFC').toLowerCase()))].filter(
    (word) => word.length > 1,
  );
}

let estimator: Promise<ZxcvbnFactory> | undefined;

/** The dictionaries take some MiB and a tenth of a second: loaded when the first password is set, then kept. */
async function makeEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new Factory({
    dictionary: { ...common.dictionary, ...english.dictionary, korean: koreanGuesses },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  });
}
