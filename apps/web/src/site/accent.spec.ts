import { expect, test } from '@jest/globals';
import { accentCss, contrast, rgbOf } from './accent.ts';

/** What `light-dark(#…,#…)` holds for a property. */
function colours(css: string, property: string) {
  const [, light = '', dark = ''] =
    new RegExp(`${property}:light-dark\\((#\\w{6}),(#\\w{6})\\)`).exec(css) ?? [];
  return { light: rgbOf(light), dark: rgbOf(dark) };
}

test('any accent a company may choose can be read, as text and under text, in both themes', () => {
  for (const accent of [
    '#ffff00',
    '#000000',
    '#ffffff',
    '#808080',
    '#00ff88',
    '#3b82f6',
    '#c8321e',
    '#0000ff',
    '#fde68a',
  ]) {
    const css = accentCss(accent);
    const [seal, ink] = [colours(css, '--seal'), colours(css, '--seal-ink')];
    const ratios = {
      paper: contrast(seal.light, rgbOf('#fbfaf7')),
      sheet: contrast(seal.light, rgbOf('#ffffff')),
      button: contrast(seal.light, ink.light),
      darkPaper: contrast(seal.dark, rgbOf('#120f0c')),
      darkSheet: contrast(seal.dark, rgbOf('#1b1815')),
      darkButton: contrast(seal.dark, ink.dark),
    };
    for (const [where, ratio] of Object.entries(ratios))
      expect([accent, where, ratio >= 4.5]).toEqual([accent, where, true]);
  }
});

test('an accent that can be read already stays what it is', () => {
  expect(accentCss('#b3261e')).toContain('--seal:light-dark(#b3261e,');
});

test('without an accent, or with one that is no colour, the seal stays red', () => {
  expect(accentCss('')).toBe('');
  expect(accentCss('red;}body{display:none')).toBe('');
});
