import type { HighlighterCore } from 'shiki/core';
import type { CodePiece } from './blocks/code-block.tsx';

/** Names an author may give a language → the grammar that reads it. */
const grammars: Record<string, string> = {
  bash: 'bash',
  sh: 'bash',
  shell: 'bash',
  css: 'css',
  docker: 'docker',
  dockerfile: 'docker',
  go: 'go',
  html: 'html',
  java: 'java',
  javascript: 'javascript',
  js: 'javascript',
  jsx: 'tsx',
  json: 'json',
  kotlin: 'kotlin',
  kt: 'kotlin',
  python: 'python',
  py: 'python',
  rust: 'rust',
  rs: 'rust',
  sql: 'sql',
  tsx: 'tsx',
  ts: 'typescript',
  typescript: 'typescript',
  yaml: 'yaml',
  yml: 'yaml',
};

/** A kind of word in code: its class, and the TextMate scopes that are of this kind. */
const kinds: [className: string, scopes: string[]][] = [
  ['g-k', ['keyword', 'storage', 'variable.language', 'entity.name.tag']],
  ['g-s', ['string', 'punctuation.definition.string', 'markup.inline.raw']],
  ['g-n', ['constant', 'support.constant']],
  ['g-f', ['entity.name.function', 'support.function']],
  ['g-t', ['entity.name.type', 'support.type', 'support.class', 'entity.other.inherited-class']],
  ['g-c', ['comment', 'punctuation.definition.comment']],
];

const plain = '#000000';
/** Colours that are only numbers: the stylesheet decides what a class looks like, in light and dark. */
const colourOf = (kind: number) => `#0000${String(kind + 1).padStart(2, '0')}`;
const classOf = new Map(kinds.map(([className], kind) => [colourOf(kind), className]));

const theme = {
  name: 'classes',
  type: 'light' as const,
  fg: plain,
  bg: '#ffffff',
  colors: {},
  settings: [
    { settings: { foreground: plain } },
    ...kinds.map(([, scope], kind) => ({ scope, settings: { foreground: colourOf(kind) } })),
    // The inside of `${…}` is code again, not a string.
    { scope: ['meta.template.expression', 'meta.embedded'], settings: { foreground: plain } },
    { scope: ['keyword.operator', 'punctuation'], settings: { foreground: plain } },
  ],
};

/** Longer code stays plain: colouring it would hold up a request. */
const longest = 20_000;

let highlighter: HighlighterCore | undefined;
let loading: Promise<void> | undefined;

/** Loads the grammars, once per process. Node only: they must never reach a reader's browser. */
export function loadHighlighter(): Promise<void> {
  return (loading ??= load());
}

async function load() {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }, ...langs] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
    import('shiki/langs/bash.mjs'),
    import('shiki/langs/css.mjs'),
    import('shiki/langs/docker.mjs'),
    import('shiki/langs/go.mjs'),
    import('shiki/langs/html.mjs'),
    import('shiki/langs/java.mjs'),
    import('shiki/langs/json.mjs'),
    import('shiki/langs/kotlin.mjs'),
    import('shiki/langs/python.mjs'),
    import('shiki/langs/rust.mjs'),
    import('shiki/langs/sql.mjs'),
    import('shiki/langs/tsx.mjs'),
    import('shiki/langs/typescript.mjs'),
    import('shiki/langs/yaml.mjs'),
  ]);
  highlighter = await createHighlighterCore({
    themes: [theme],
    langs: langs.map((lang) => lang.default),
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
}

/**
 * Code as lines of pieces with the classes of their colours, for `RenderContext.highlight`. Null for a
 * language it does not know, for very long code, and until `loadHighlighter()` is done.
 */
export function highlight(code: string, language: string): CodePiece[][] | null {
  const lang = Object.hasOwn(grammars, language) ? grammars[language] : undefined;
  if (!highlighter || !lang || code.length > longest) return null;
  const { tokens } = highlighter.codeToTokens(code, {
    lang,
    theme: theme.name,
    tokenizeMaxLineLength: 1_000,
    tokenizeTimeLimit: 2_000,
  });
  return tokens.map((line) =>
    line.map(({ content, color }) => {
      const className = color && classOf.get(color);
      return className ? { text: content, className } : { text: content };
    }),
  );
}
