const address = /(?:https?:\/\/|www\.)[^\s<>]+/g;

function escapeWords(text: string): string {
  return text
    .replace(/[\\`*[\]<~|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '\\&');
}

/**
 * Text as Markdown that reads back as the same text, for the middle of a line. A bare address becomes a link
 * by itself in GFM and takes backslashes literally: where it holds anything to escape, it is taken apart first.
 */
export function escapeText(text: string): string {
  let done = '';
  let from = 0;
  for (const found of text.matchAll(address)) {
    const plain = found[0];
    const escaped = escapeWords(plain);
    done += escapeWords(text.slice(from, found.index));
    done += escaped === plain && !plain.includes('_') ? plain : escaped.replace(/^(https?|www)/, '$1\\');
    from = found.index + plain.length;
  }
  return done + escapeWords(text.slice(from));
}

/** What would make a line a heading, list, quote, rule or table is taken literally, line by line. */
export function escapeLineStarts(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/^[ \t]+/, '')
        .replace(/^(?:[#+\-=>]|:(?=-))/, '\\$&')
        .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, '$1\\'),
    )
    .join('\n');
}
