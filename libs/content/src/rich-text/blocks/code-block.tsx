import { code } from '../attributes.ts';
import { defineBlock, textIn } from '../block.ts';
import { longestRun } from '../markdown/fence.ts';

/** Languages that are coloured on the site; any other name is kept and shown without colours. */
export const codeLanguages = [
  'bash',
  'css',
  'docker',
  'go',
  'html',
  'java',
  'javascript',
  'json',
  'kotlin',
  'python',
  'rust',
  'sql',
  'tsx',
  'typescript',
  'yaml',
] as const;

const language = /^[a-z0-9+#.-]{0,32}$/;

/** The language in `class="language-ts"`, or none. */
function languageOf(element: HTMLElement): { language: string } {
  const names = `${element.className} ${element.querySelector('code')?.className ?? ''}`;
  const found = /\blanguage-([a-z0-9+#.-]{1,32})(?:\s|$)/i.exec(names)?.[1]?.toLowerCase() ?? '';
  return { language: language.test(found) ? found : '' };
}

const words = { ko: '코드', en: 'Code' };

export const codeBlock = defineBlock({
  attributes: { language: code(language, 'a language name such as typescript, or an empty string', '') },
  spec: {
    group: 'block prose',
    content: 'text*',
    marks: '',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full', getAttrs: languageOf }],
    toDOM: ({ attrs }) => [
      'pre',
      ['code', attrs.language ? { class: `language-${String(attrs.language)}` } : {}, 0],
    ],
  },
  View: ({ node, attrs, context }) => {
    const text = textIn(node);
    const className = attrs.language ? `language-${attrs.language}` : undefined;
    if (context.form === 'feed')
      return (
        <pre>
          <code className={className}>{text}</code>
        </pre>
      );
    const lines = context.highlight?.(text, attrs.language);
    return (
      <div className="g-code">
        {attrs.language && <small>{attrs.language}</small>}
        {/* A line that is too long scrolls, which must also work from the keyboard. */}
        <pre tabIndex={0} role="group" aria-label={words[context.locale]}>
          <code className={className}>{lines ? <Coloured lines={lines} /> : text}</code>
        </pre>
      </div>
    );
  },
  toMarkdown: (node, attrs) => {
    const text = textIn(node);
    const fence = '`'.repeat(Math.max(2, longestRun(text)) + 1);
    return `${fence}${attrs.language}\n${text}\n${fence}`;
  },
  toText: (node, attrs) => (attrs.language ? `[${attrs.language}]\n` : '') + textIn(node),
});

/** A piece of a line of code, and the class of its colour. */
export interface CodePiece {
  text: string;
  className?: string;
}

function Coloured({ lines }: { lines: CodePiece[][] }) {
  return lines.map((pieces, number) => [
    number > 0 && '\n',
    ...pieces.map(({ text, className }, at) =>
      className ? (
        <span key={`${number}.${at}`} className={className}>
          {text}
        </span>
      ) : (
        text
      ),
    ),
  ]);
}
