/** What the colours of a language hang on. Every name is lower case where `caseless`. */
export interface CodeLanguage {
  keywords: ReadonlySet<string>;
  constants: ReadonlySet<string>;
  /** What begins a comment that ends with its line. */
  lineComments: readonly string[];
  blockComments: readonly (readonly [open: string, close: string])[];
  /** Quotes, longest first; `many`: a string may go on over lines. A backslash escapes, unless `raw`. */
  strings: readonly { quote: string; many?: boolean; raw?: boolean }[];
  /** SQL's keywords count in either case. */
  caseless?: boolean;
  /** `${…}` in a string between backticks is code again. */
  templates?: boolean;
  /** The first word of a line is an instruction (`FROM node`) or a command (`npm ci`). */
  leading?: 'keyword' | 'command';
  /** A name or string before a colon is a key. */
  keys?: boolean;
  /** Names are only coloured inside of `<…>`. */
  markup?: boolean;
}

const set = (names: string) => new Set(names.split(' '));
const quotes = [{ quote: '"' }, { quote: "'" }];
const slashes = { lineComments: ['//'], blockComments: [['/*', '*/']] } as const;
const hashes = { lineComments: ['#'], blockComments: [] } as const;
const none = new Set<string>();

const javascript: CodeLanguage = {
  ...slashes,
  keywords: set(
    'as async await break case catch class const continue debugger default delete do else export extends finally for from function get if import in instanceof let new of return set static super switch this throw try typeof var void while with yield',
  ),
  constants: set('true false null undefined NaN Infinity'),
  strings: [...quotes, { quote: '`', many: true }],
  templates: true,
};
const typescript: CodeLanguage = {
  ...javascript,
  keywords: new Set([
    ...javascript.keywords,
    ...set(
      'abstract declare enum implements interface infer is keyof namespace private protected public readonly satisfies type',
    ),
  ]),
};
const json: CodeLanguage = {
  ...slashes,
  keywords: none,
  constants: set('true false null'),
  strings: [{ quote: '"' }],
  keys: true,
};

/** Languages that are coloured, by the names of `codeLanguages`. */
export const languages: Record<string, CodeLanguage> = {
  javascript,
  typescript,
  tsx: typescript,
  json,
  bash: {
    ...hashes,
    keywords: set('if then elif else fi for in do done while until case esac function select return exit export local readonly set unset source'), // prettier-ignore
    constants: set('true false'),
    strings: [
      { quote: '"', many: true },
      { quote: "'", many: true, raw: true },
    ],
    leading: 'command',
  },
  docker: {
    ...hashes,
    keywords: set('AS'),
    constants: none,
    strings: quotes,
    leading: 'keyword',
  },
  css: {
    lineComments: [],
    blockComments: [['/*', '*/']],
    keywords: set(
      '@media @import @supports @keyframes @layer @container @font-face @property @scope !important',
    ),
    constants: none,
    strings: quotes,
    keys: true,
  },
  go: {
    ...slashes,
    keywords: set('break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct switch type var'), // prettier-ignore
    constants: set('true false nil iota'),
    strings: [{ quote: '"' }, { quote: "'" }, { quote: '`', many: true, raw: true }],
  },
  html: {
    lineComments: [],
    blockComments: [['<!--', '-->']],
    keywords: none,
    constants: none,
    strings: quotes.map((one) => ({ ...one, many: true, raw: true })),
    markup: true,
  },
  java: {
    ...slashes,
    keywords: set('abstract assert boolean break byte case catch char class continue default do double else enum extends final finally float for if implements import instanceof int interface long new package permits private protected public record return sealed short static super switch synchronized this throw throws transient try var void volatile while yield'), // prettier-ignore
    constants: set('true false null'),
    strings: [{ quote: '"""', many: true }, ...quotes],
  },
  kotlin: {
    ...slashes,
    keywords: set('abstract as break by catch class companion continue data do else enum final finally for fun if import in inline interface internal is it lateinit object open operator out override package private protected public return sealed super suspend this throw try typealias val var when while'), // prettier-ignore
    constants: set('true false null'),
    strings: [{ quote: '"""', many: true }, ...quotes],
  },
  python: {
    ...hashes,
    keywords: set('and as assert async await break case class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return self try while with yield'), // prettier-ignore
    constants: set('True False None'),
    strings: [{ quote: '"""', many: true }, { quote: "'''", many: true }, ...quotes],
  },
  rust: {
    ...slashes,
    keywords: set('as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod move mut pub ref return self static struct super trait type unsafe use where while'), // prettier-ignore
    constants: set('true false'),
    // A single quote also begins a lifetime.
    strings: [{ quote: '"', many: true }],
  },
  sql: {
    lineComments: ['--'],
    blockComments: [['/*', '*/']],
    keywords: set('add all alter and as asc begin between by cascade case check column commit constraint create cross database default delete desc distinct drop else end except exists explain foreign from full group having if in index inner insert intersect into is join key left like limit not on or order outer over partition primary references returning right rollback row select set table then to transaction truncate union unique update using values view when where window with'), // prettier-ignore
    constants: set('true false null'),
    strings: [
      { quote: "'", many: true, raw: true },
      { quote: '"', raw: true },
    ],
    caseless: true,
  },
  yaml: {
    ...hashes,
    keywords: none,
    constants: set('true false null yes no on off'),
    strings: [{ quote: '"' }, { quote: "'", raw: true }],
    keys: true,
  },
};
