import type { NodeType } from 'prosemirror-model';
import type { RichNode, RichText } from '../../document.ts';
import type { Attribute } from '../attributes.ts';
import { blockOf, marks, type BlockName } from '../registry.ts';
import { richTextSchema } from '../schema.ts';

export const sampleImageId = '0b9e6f6c-5a35-4c0a-9a52-3a1f0a5a7c11';

const emojis = Array.from('🌱🌿🍀🍁🍂🍃🌾🌵🌴🌳🌲🌰🥕🥦🌽🍅🍆🥑🍇🍈🍉🍊🍋🍌🍍🥭🍎🍏🍐🍑');

/** Makes documents from the schema alone, every string in them a marker of its own. */
export class Sampler {
  readonly markers: string[] = [];
  private made = 0;

  /** A document with this block in it, wherever it may stand. */
  documentWith(name: BlockName): RichText {
    const path = pathTo(richTextSchema.nodes[name]);
    return { version: 1, doc: this.node(richTextSchema.nodes.doc, path) };
  }

  private node(type: NodeType, path: NodeType[]): RichNode {
    const node: RichNode = { type: type.name };
    const { attributes, refuse } = blockOf(type.name);
    const names = Object.entries(attributes);
    if (names.length) {
      for (let attempt = 0; attempt < 3; attempt++) {
        node.attrs = Object.fromEntries(names.map(([name, rule]) => [name, this.value(rule, attempt)]));
        if (!refuse?.(node.attrs, node)) break;
      }
      for (const [name, rule] of names) this.note(rule, node.attrs?.[name]);
    }
    const content = type.isTextblock ? this.running(type) : this.children(type, path);
    return content.length ? { ...node, content } : node;
  }

  private children(type: NodeType, [wanted, ...path]: NodeType[]): RichNode[] {
    const children: RichNode[] = [];
    let match = type.contentMatch;
    for (
      let pending = wanted;
      children.length < 30 && (pending || !match.validEnd || (!children.length && match.edgeCount));
    ) {
      const next = pending && match.matchType(pending) ? pending : match.edge(0).type;
      children.push(this.node(next, next === pending ? path : []));
      match = match.matchType(next) ?? match;
      if (next === pending) pending = undefined;
    }
    return children;
  }

  /** Text, and text under every mark that may stand here. */
  private running(type: NodeType): RichNode[] {
    const texts: RichNode[] = [{ type: 'text', text: `${this.word()} ` }];
    for (const [name, { attributes }] of Object.entries(marks)) {
      if (!type.allowsMarkType(richTextSchema.marks[name as keyof typeof marks])) continue;
      const attrs = Object.fromEntries(
        Object.entries(attributes).map(([key, rule]) => [key, this.value(rule, 0)]),
      );
      for (const [key, rule] of Object.entries(attributes)) this.note(rule, attrs[key]);
      const mark = Object.keys(attrs).length ? { type: name, attrs } : { type: name };
      texts.push({ type: 'text', text: `${this.word()}`, marks: [mark] });
    }
    return texts;
  }

  private word(): string {
    const word = `낱말${this.markers.length}x`;
    this.markers.push(word);
    return word;
  }

  private value(rule: Attribute<unknown>, attempt: number): unknown {
    const n = String(++this.made).padStart(7, '0');
    if (rule.kind === 'line') return `말${n}`;
    if (rule.kind === 'web' || rule.kind === 'link') return `https://example.com/m${n}`;
    if (rule.kind === 'emoji') return emojis[this.markers.length % emojis.length];
    if (rule.kind === 'image') return sampleImageId;
    if (rule.kind === 'code') return [`id-m${n}`, `m${n}`, n][attempt];
    if (rule.kind === 'choice') return rule.initial ?? (rule.json.enum as unknown[])[0];
    if (rule.kind === 'flag') return false;
    return rule.initial ?? 1;
  }

  private note(rule: Attribute<unknown>, value: unknown) {
    if (['line', 'web', 'link', 'emoji', 'code'].includes(rule.kind)) this.markers.push(String(value));
  }
}

/** The types from the document down to this one, the document left out. */
function pathTo(target: NodeType): NodeType[] {
  const seen = new Set<NodeType>([richTextSchema.nodes.doc]);
  let paths: NodeType[][] = [[]];
  while (paths.length) {
    const longer: NodeType[][] = [];
    for (const path of paths) {
      const last = path.at(-1) ?? richTextSchema.nodes.doc;
      if (last === target) return path;
      for (const next of childTypes(last)) {
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push([...path, next]);
      }
    }
    paths = longer;
  }
  throw new Error(`${target.name} can stand nowhere`);
}

/** Every type that may stand in this one, at whatever place. */
export function childTypes(type: NodeType): Set<NodeType> {
  const types = new Set<NodeType>();
  const seen = new Set([type.contentMatch]);
  for (const match of seen) {
    for (let at = 0; at < match.edgeCount; at++) {
      const edge = match.edge(at);
      types.add(edge.type);
      seen.add(edge.next);
    }
  }
  return types;
}
