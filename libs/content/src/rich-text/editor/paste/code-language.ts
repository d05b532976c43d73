import { codeLanguages } from '../../blocks/code-block.tsx';
import { classesOf } from './elements.ts';

const others: Record<string, string> = {
  console: 'bash',
  dockerfile: 'docker',
  golang: 'go',
  js: 'javascript',
  kt: 'kotlin',
  kts: 'kotlin',
  py: 'python',
  python3: 'python',
  rs: 'rust',
  sh: 'bash',
  shell: 'bash',
  'shell-session': 'bash',
  ts: 'typescript',
  yml: 'yaml',
  zsh: 'bash',
};
const none = new Set(['auto', 'none', 'nohighlight', 'plain', 'plaintext', 'text', 'txt', 'undefined']);
const named =
  /^(?:language|lang|brush|highlight-source|highlight-text|source|syntax)[-:]([a-z0-9+#.-]{1,32});?$/i;

const isColoured = (name: string) => (codeLanguages as readonly string[]).includes(others[name] ?? name);

/** A language under the name we have for it. */
function nameOfLanguage(found: string): string {
  const name = found.trim().toLowerCase();
  return none.has(name) || !/^[a-z0-9+#.-]{1,32}$/.test(name) ? '' : (others[name] ?? name);
}

/** The language that a page names somewhere around its code, or ''. */
export function languageAround(block: Element): string {
  const around = [block, block.firstElementChild, block.parentElement, block.parentElement?.parentElement];
  for (const element of around) {
    const found = element && languageOf(element);
    if (found) return nameOfLanguage(found);
  }
  return '';
}

function languageOf(element: Element): string {
  const said = ['data-language', 'data-lang', 'data-code-language'].map((key) => element.getAttribute(key));
  const first = said.find(Boolean);
  if (first) return first;
  const classes = classesOf(element);
  for (const [at, one] of classes.entries()) {
    const found = named.exec(one)?.[1];
    if (found) return found;
    if (one === 'brush:') return (classes[at + 1] ?? '').replace(';', '');
  }
  if (classes.includes('hljs')) return classes.find((one) => isColoured(one.toLowerCase())) ?? '';
  const params = element.getAttribute('data-syntaxhighlighter-params') ?? '';
  const brush = /^\s*brush:\s*([a-z0-9+#.-]{1,32})/i.exec(params)?.[1];
  if (brush) return brush;
  // GitHub writes the language of a fence as that of the text; what people speak is not meant.
  const lang = element.localName === 'pre' ? (element.getAttribute('lang') ?? '').toLowerCase() : '';
  return isColoured(lang) ? lang : '';
}
