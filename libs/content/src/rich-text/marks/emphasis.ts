const punctuation = /[\p{P}\p{S}]/u;
/** Signs after or before which a closing or opening mark still counts as one. */
const pause = /[\s.,;:!?()"'…“”‘’、。·/-]/u;

const first = (text: string) => text[Symbol.iterator]().next().value ?? '';
const last = (text: string) => Array.from(text.slice(-2)).at(-1) ?? '';

/**
 * Words between marks such as `**`, or between tags where the marks would not be read as such. CommonMark
 * takes `**백엔드(Node.js)**를` for plain text: a closing mark after punctuation must not touch a letter.
 */
export function emphasised(
  inner: string,
  mark: string,
  tag: string,
  { before, after }: { before: string; after: string },
): string {
  const head = first(inner);
  const tail = last(inner);
  const opens =
    !/[\s*_~\\]/.test(head) &&
    (punctuation.test(head) ? !before || pause.test(before) : !/[*_~]/.test(before));
  const closes =
    !/[\s*_~]/.test(tail) && (punctuation.test(tail) ? !after || pause.test(after) : !/[*_~]/.test(after));
  return opens && closes && !inner.includes('\n') ? mark + inner + mark : `<${tag}>${inner}</${tag}>`;
}
