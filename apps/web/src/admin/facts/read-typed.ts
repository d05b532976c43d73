import { asWebAddress } from '@gonggo/content';

/*
 * What people type, read as what they mean: null = nothing typed, undefined = not understood. Nothing is guessed:
 * `1억 2천` may be 120 or 100.002 million, so it is asked back.
 */

const most = 999_999_999_999_999;
const plain = (typed: string) => typed.normalize('NFKC').replaceAll(/[,\s]/g, '').toLowerCase();

/** `6,000`, ` 6000 `, `3년`, `2명`. */
export function readCount(typed: string): number | null | undefined {
  const written = plain(typed).replace(/(년|명|years?|people)$/, '');
  if (written === '') return plain(typed) === '' ? null : undefined;
  return /^\d{1,15}$/.test(written) ? Number(written) : undefined;
}

/** Whole units of a currency; won also as `6000만`, `6천5백만`, `1억 2,000만`, `1.2억`. */
export function readPay(typed: string, currency: string): number | null | undefined {
  const won = currency.trim().toUpperCase() === 'KRW';
  const written = plain(typed).replace(won ? /^(krw|₩)|원$/g : /^$/, '');
  if (written === '') return plain(typed) === '' ? null : undefined;
  if (/^\d+$/.test(written)) return bounded(Number(written));
  return won ? readWon(written) : undefined;
}

const myriads = 10_000;

function readWon(written: string): number | undefined {
  const parts = /^(?:(\d+(?:\.\d+)?)억)?(?:([\d.천백]+)만)?(\d{1,4})?$/.exec(written);
  const [eok, man, rest] = parts?.slice(1) ?? [];
  if (eok === undefined && man === undefined) return undefined;
  // The rest of `1억 5000` may be meant in 만.
  if (rest !== undefined && man === undefined) return undefined;
  const inMan = man === undefined ? 0 : readMan(man);
  if (inMan === undefined || (eok !== undefined && inMan >= myriads)) return undefined;
  const won =
    Math.round(Number(eok ?? 0) * myriads * myriads) + Math.round(inMan * myriads) + Number(rest ?? 0);
  return bounded(won);
}

/** `6000`, `6천`, `6천5백`, `550.5`. */
function readMan(written: string): number | undefined {
  if (/^\d+(\.\d+)?$/.test(written)) return Number(written);
  const [, thousands, hundreds, ones] = /^(?:(\d)천)?(?:(\d)백)?(\d{1,2})?$/.exec(written) ?? [];
  if (thousands === undefined && hundreds === undefined) return undefined;
  return Number(thousands ?? 0) * 1_000 + Number(hundreds ?? 0) * 100 + Number(ones ?? 0);
}

const bounded = (amount: number) => (amount <= most ? amount : undefined);

/** `KR`, `한국`, `South Korea` → `KR`. */
export function readCountry(typed: string): string | undefined {
  const written = typed.normalize('NFKC').trim();
  if (/^[a-z]{2}$/i.test(written)) return inForce(written);
  countries ??= countryCodes();
  return countries.get(written.toLowerCase());
}

/** The code that is in force: `UK` → `GB`, `DD` → `DE`. */
const inForce = (code: string) => new Intl.Locale(`und-${code}`).region ?? code.toUpperCase();

let countries: Map<string, string> | undefined;

function countryCodes(): Map<string, string> {
  const codes = new Map([
    ['한국', 'KR'],
    ['korea', 'KR'],
    ['usa', 'US'],
  ]);
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const language of ['ko', 'en']) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of letters.flatMap((one) => letters.map((other) => one + other))) {
      const name = names.of(code)?.toLowerCase();
      if (name) codes.set(name, inForce(code));
    }
  }
  return codes;
}

/** A web or mail address; `jobs@…` and `jobs.example.com` may leave their scheme out. */
export const readAddress = (typed: string): string | null | undefined =>
  typed.trim() === '' ? null : (asWebAddress(typed, true) ?? undefined);
