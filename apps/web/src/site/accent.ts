/** sRGB, each 0–1. */
type Rgb = readonly [number, number, number];

/** Grounds on which the accent must be readable (tokens.css: paper and sheet), as sRGB. */
const grounds = {
  light: [rgbOf('#fbfaf7'), rgbOf('#ffffff')],
  dark: [rgbOf('#120f0c'), rgbOf('#1b1815')],
} as const;
const inks = { light: '#fefdfb', dark: '#1d100d' } as const;
/** WCAG 2.2, 1.4.3, with a little to spare for rounding. */
const enough = 4.6;

/**
 * A company's accent as custom properties: the colour it chose, darkened on paper and lightened in the dark until
 * text in it, and text on it, can be read. Empty for no or no known colour: the seal red of the tokens stays.
 */
export function accentCss(accent: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return '';
  const [light, dark] = (['light', 'dark'] as const).map((theme) => readable(rgbOf(accent), theme)) as [
    Rgb,
    Rgb,
  ];
  const deep = (rgb: Rgb, by: number) => hexOf(withLightness(rgb, (l) => l + by));
  return [
    `--seal:light-dark(${hexOf(light)},${hexOf(dark)})`,
    `--seal-deep:light-dark(${deep(light, -0.06)},${deep(dark, 0.06)})`,
    `--seal-ink:light-dark(${inks.light},${inks.dark})`,
  ].join(';');
}

function readable(rgb: Rgb, theme: 'light' | 'dark'): Rgb {
  const against = [...grounds[theme], rgbOf(inks[theme])];
  const step = theme === 'light' ? -0.01 : 0.01;
  for (let turn = 0; turn < 100; turn++) {
    const tried = withLightness(rgb, (l) => l + step * turn);
    if (against.every((ground) => contrast(tried, ground) >= enough)) return tried;
  }
  return rgbOf(theme === 'light' ? '#000000' : '#ffffff');
}

/** WCAG's contrast ratio, 1–21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

const hexOf = (rgb: Rgb): string =>
  `#${rgb
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const gamma = (part: number): number =>
  part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
const luminance = ([r, g, b]: Rgb): number => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);

/** Changes OKLab's lightness; chroma shrinks until the colour is one that a screen has. */
function withLightness(rgb: Rgb, change: (lightness: number) => number): Rgb {
  const [lightness, a, b] = toOklab(rgb);
  const wanted = Math.min(1, Math.max(0, change(lightness)));
  for (let share = 1; share > 0; share -= 0.05) {
    const tried = fromOklab([wanted, a * share, b * share]);
    if (tried.every((part) => part >= -0.0005 && part <= 1.0005)) return tried;
  }
  return fromOklab([wanted, 0, 0]);
}

// Björn Ottosson's OKLab matrices: https://bottosson.github.io/posts/oklab/
function toOklab(rgb: Rgb): [number, number, number] {
  const [r, g, b] = rgb.map(linear) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: [number, number, number]): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
