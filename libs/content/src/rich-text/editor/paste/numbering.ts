const digits = /^\d{1,4}$/;
const roman = /^(?=.)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const syllables = '가나다라마바사아자차카타파하';
const consonants = 'ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ';
const numerals = '一二三四五六七八九十';
const romanValues: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** Characters that are numbers by themselves, by the first of their row: ①, ⑴, ⒈, ⓐ, ㉠, ㉮. */
const rows: readonly [first: number, count: number][] = [
  [0x2460, 20],
  [0x2474, 20],
  [0x2488, 20],
  [0x24d0, 26],
  [0x3260, 14],
  [0x326e, 14],
];

/**
 * The number that a list's marker says, or null for a bullet. Letters alone are bullets in a symbol font; only
 * with a sign beside them (`a.`, `나)`) do they count. `next` tells `i` the ninth letter from `i` the first number.
 */
export function numberOf(marker: string, next?: number): number | null {
  const text = marker.trim();
  const [, before = '', core = '', after = ''] =
    /^([([{<]?)([^\s)\]}>.:、]{1,12})([)\]}>.:、]?)$/.exec(lastPart(text)) ?? [];
  if (digits.test(core)) return Number(core);
  for (const [first, count] of rows) {
    const at = (core.codePointAt(0) ?? 0) - first;
    if (core.length === 1 && at >= 0 && at < count) return at + 1;
  }
  if (!before && !after) return null;
  for (const letters of [syllables, consonants, numerals]) {
    const at = core.length === 1 ? letters.indexOf(core) : -1;
    if (at >= 0) return at + 1;
  }
  const small = core.toLowerCase();
  const letter = /^[a-z]$/.test(small) ? small.charCodeAt(0) - 96 : null;
  const value = roman.test(small) ? fromRoman(small) : null;
  if (next !== undefined && (letter === next || value === next)) return next;
  return small === 'i' ? 1 : (letter ?? value);
}

/** `3.` of `1.2.3.` */
const lastPart = (marker: string) => {
  const parts = marker.split('.').filter(Boolean);
  const last = parts.at(-1) ?? '';
  return parts.length > 1 && parts.every((part) => digits.test(part)) ? `${last}.` : marker;
};

function fromRoman(text: string): number {
  const values = Array.from(text, (letter) => romanValues[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
