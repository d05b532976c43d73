import type { CodePiece } from './blocks/code-block.tsx';
import { languages } from './highlighting/languages.ts';
import { CodeScan, type CodeKind } from './highlighting/scan.ts';

/** Other names an author may give a language. */
const names: Record<string, string> = {
  sh: 'bash',
  shell: 'bash',
  dockerfile: 'docker',
  js: 'javascript',
  jsx: 'tsx',
  kt: 'kotlin',
  py: 'python',
  rs: 'rust',
  ts: 'typescript',
  yml: 'yaml',
};

/** Longer code stays plain: its elements alone would hold up a page. */
const longest = 20_000;

/**
 * Code as lines of pieces with the classes of their colours, for `RenderContext.highlight`. It depends on the code
 * alone, and its cost on the code's length alone. Null for a language it does not know and for very long code.
 */
export function highlight(code: string, language: string): CodePiece[][] | null {
  const name = Object.hasOwn(names, language) ? names[language] : language;
  const known = name !== undefined && Object.hasOwn(languages, name) ? languages[name] : undefined;
  if (!known || code.length > longest) return null;
  const lines: CodePiece[][] = [[]];
  new CodeScan(code, known, (text, kind) => {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part) add(lines.at(-1) as CodePiece[], part, kind);
    });
  }).run();
  return lines;
}

/** Pieces of one colour are one. */
function add(line: CodePiece[], text: string, kind: CodeKind) {
  const className = kind && `g-${kind}`;
  const before = line.at(-1);
  if (before && before.className === className) before.text += text;
  else line.push(className ? { text, className } : { text });
}
