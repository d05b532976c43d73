/** What XML 1.0 can't hold at all, escaped or not: controls, halves of surrogate pairs, two non-characters. */
const impossible = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;
const named: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text as XML takes it, in elements and in attributes. */
export const escaped = (text: string): string =>
  text.replace(impossible, '').replace(/[&<>"']/g, (sign) => named[sign] ?? sign);

/** `<name attributes>children</name>`; children are XML already. Nothing where there are none. */
export function element(
  name: string,
  children: string | string[],
  attributes: Record<string, string> = {},
): string {
  const inner = Array.isArray(children) ? children.join('') : children;
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  if (inner === '') return written.length ? `<${name}${written.join('')}/>` : '';
  return `<${name}${written.join('')}>${inner}</${name}>`;
}

/** An element that holds words. */
export const text = (name: string, words: string, attributes: Record<string, string> = {}): string =>
  element(name, escaped(words), attributes);

export const document = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
