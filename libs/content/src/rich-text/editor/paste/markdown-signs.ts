import { isDear } from './markdown-bounds.ts';

const fence = /^ {0,3}(?:`{3}|~{3})/;
const tableRule = /^\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?$/;
const task = /^\s*[-*+] \[[ xX]\] \S/;
const bullet = /^\s{0,12}([-*+]) +\S/;
const numbered = /^\s{0,12}(\d{1,3})[.)] +\S/;
const heading = /^(#{1,6}) +\S/;
const link = /\[[^[\]\n]{1,200}\]\((?:https?:\/\/|mailto:)[^()\s]{1,500}\)/;
const strong = /(?:^|[\s(])\*\*[^\s*][^*\n]{0,300}\*\*/;
/** Lines as programs have them: their `#` and `*` are no signs of ours. */
const program =
  /[;{}]\s*$|^\s*(?:import|from|export|const|let|var|def|class|function|return|if|for|#include|#!|\$ |@)/;
const key = /^\s*(?:- )?["']?[\w.-]+["']?:(?:\s|$)/;

/** True where the signs in a text, if it is soon read, are those of Markdown beyond doubt: lists, tables, tasks, fences, headings, links. */
export function isMarkdown(text: string): boolean {
  if (isDear(text)) return false;
  const lines = text.split(/\r\n?|\n/);
  const written = lines.filter((line) => line.trim() !== '');
  if (lines.filter((line) => fence.test(line)).length >= 2) return true;
  const isCode = (pattern: RegExp, share: number) =>
    written.filter((line) => pattern.test(line)).length > written.length * share;
  if (isCode(program, 0.2) || isCode(key, 0.5) || lines.some((line) => line.startsWith('@@ '))) return false;
  return (
    lines.some((line) => task.test(line)) ||
    lines.some((line, at) => tableRule.test(line.trim()) && (lines[at - 1] ?? '').includes('|')) ||
    isListed(written) ||
    isHeaded(lines) ||
    written.some((line) => line.length < 5_000 && link.test(line)) ||
    (written.some((line) => line.startsWith('> ')) && written.some((line) => strong.test(line)))
  );
}

/** Two items of one kind, one below the other. */
function isListed(lines: readonly string[]): boolean {
  let sign = '';
  let number = NaN;
  for (const line of lines) {
    const next = bullet.exec(line)?.[1] ?? '';
    const count = Number(numbered.exec(line)?.[1] ?? NaN);
    if ((next && next === sign) || count === number + 1) return true;
    sign = next;
    number = count;
  }
  return false;
}

/** A heading that stands apart; a single `#` begins a comment in many languages, so it must begin the text. */
const isHeaded = (lines: readonly string[]): boolean =>
  lines.some((line, at) => {
    const level = heading.exec(line)?.[1]?.length ?? 0;
    const apart = !(lines[at - 1] ?? '').trim();
    return level > 1 ? apart : level === 1 && at === 0 && lines.length > 2 && !(lines[1] ?? '').trim();
  });
