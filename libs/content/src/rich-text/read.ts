import type { RichNode } from '../document.ts';
import { readText, Refused, type Attributes } from './attributes.ts';
import { blockOf, isBlockName, isMarkName, markOf } from './registry.ts';
import { pointerPart, type ParseError } from './parse-error.ts';

type Marks = NonNullable<RichNode['marks']>;
type Read = { ok: true; node: RichNode } | { ok: false; errors: ParseError[] };

const mostErrors = 20;
const nodeKeys = new Set(['type', 'attrs', 'content', 'marks', 'text']);
const markKeys = new Set(['type', 'attrs']);
const longestText = 512 * 1024;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A copy of the given nodes with every key known, every attribute read by its rule and every string in NFC.
 * Walks with a stack of its own; `excessOf` has bounded it before.
 */
export function readNodes(given: unknown, at: string): Read {
  const errors: ParseError[] = [];
  const root: RichNode[] = [];
  const pending: { value: unknown; pointer: string; into: RichNode[] }[] = [
    { value: given, pointer: at, into: root },
  ];

  for (let next = pending.pop(); next && errors.length < mostErrors; next = pending.pop()) {
    const { value, pointer, into } = next;
    const node = readNode(value, pointer, errors);
    if (!node) continue;
    into.push(node);
    const { content } = value as { content?: unknown };
    if (content === undefined) continue;
    if (!Array.isArray(content)) {
      errors.push({ pointer: `${pointer}/content`, message: 'must be a list of nodes' });
      continue;
    }
    node.content = [];
    // Last one first onto the stack, so that they come off in order.
    for (let index = content.length - 1; index >= 0; index--) {
      pending.push({ value: content[index], pointer: `${pointer}/content/${index}`, into: node.content });
    }
  }
  const [node] = root;
  return node && errors.length === 0 ? { ok: true, node } : { ok: false, errors };
}

function readNode(value: unknown, pointer: string, errors: ParseError[]): RichNode | null {
  const refuse = (where: string, message: string) => {
    errors.push({ pointer: pointer + where, message });
    return null;
  };
  if (!isObject(value)) return refuse('', 'must be a node: an object with a "type"');
  const { type } = value;
  if (!isBlockName(type)) return refuse('/type', 'must be the name of a block of ours');
  for (const key of Object.keys(value)) {
    if (!nodeKeys.has(key)) refuse(`/${pointerPart(key)}`, 'is not a key of a node: remove it');
  }
  const node: RichNode = { type };
  const attrs = readAttributes(blockOf(type).attributes, value.attrs, `${pointer}/attrs`, errors);
  if (attrs) node.attrs = attrs;
  if (value.marks !== undefined) node.marks = readMarks(value.marks, `${pointer}/marks`, errors);

  if (type === 'text') {
    if (value.content !== undefined) return refuse('/content', 'is not a key of text: remove it');
    const text = attempt(() => readText(value.text, longestText, true), `${pointer}/text`, errors);
    if (text === '') return refuse('/text', 'must not be empty: leave the text node out');
    if (text !== undefined) node.text = text;
  } else if (value.text !== undefined)
    return refuse('/text', `is a key of text nodes only: put one into "content"`);
  return node;
}

function readMarks(value: unknown, pointer: string, errors: ParseError[]): Marks {
  if (!Array.isArray(value) || value.length > 10) {
    errors.push({ pointer, message: 'must be a list of at most 10 marks' });
    return [];
  }
  return value.flatMap((mark: unknown, index) => {
    const here = `${pointer}/${index}`;
    if (!isObject(mark) || !isMarkName(mark.type)) {
      errors.push({ pointer: `${here}/type`, message: 'must be the name of a mark of ours' });
      return [];
    }
    for (const key of Object.keys(mark)) {
      if (!markKeys.has(key))
        errors.push({ pointer: `${here}/${pointerPart(key)}`, message: 'is not a key of a mark: remove it' });
    }
    const attrs = readAttributes(markOf(mark.type).attributes, mark.attrs, `${here}/attrs`, errors);
    return [{ type: mark.type, ...(attrs ? { attrs } : {}) }];
  });
}

function readAttributes(rules: Attributes, given: unknown, pointer: string, errors: ParseError[]) {
  if (given !== undefined && !isObject(given)) {
    errors.push({ pointer, message: 'must be an object' });
    return undefined;
  }
  const attrs: Record<string, unknown> = {};
  for (const name of Object.keys(given ?? {})) {
    if (!Object.hasOwn(rules, name))
      errors.push({
        pointer: `${pointer}/${pointerPart(name)}`,
        message: 'is not an attribute here: remove it',
      });
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (given && Object.hasOwn(given, name))
      attrs[name] = attempt(() => rule.read(given[name]), `${pointer}/${name}`, errors);
    else if (rule.initial === undefined)
      errors.push({ pointer: `${pointer}/${name}`, message: 'is required' });
    else attrs[name] = rule.initial;
  }
  return Object.keys(attrs).length ? attrs : undefined;
}

function attempt<T>(read: () => T, pointer: string, errors: ParseError[]): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    errors.push({ pointer, message: error.message });
    return undefined;
  }
}
