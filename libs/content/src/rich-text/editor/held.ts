import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { createContext } from 'react';
import type { HeldTexts } from '../../sections/editor/held-texts.tsx';
import { placeOf } from './places.ts';

/** A place that has a panel: a block, by the name of its type, or a link in the text. */
export interface Place {
  what: string;
  pos: number;
  node: Node;
}

/** Texts by attribute that stand in the panel of a place, but which it can't take. */
export interface Held extends Omit<Place, 'node'> {
  /** null = the text was exchanged for one in which the place is not found. */
  node: Node | null;
  /** Its attributes, by which it is found again in another text. */
  print: string;
  texts: HeldTexts;
}

const key = new PluginKey<readonly Held[]>('held');

/** Remembers what stands in panels but in no block. It moves with its block, and goes with it. */
export const heldPlugin = (before: HeldTexts) =>
  new Plugin<readonly Held[]>({
    key,
    state: {
      init: (_, { doc }) => foundAgain(readHeld(before), doc),
      apply(tr, all) {
        const changed = tr.getMeta(key) as readonly Held[] | undefined;
        if (changed || !tr.docChanged || !all.length) return changed ?? all;
        // Another text came from elsewhere: its blocks are new, also those that look the same.
        if (tr.getMeta('preventUpdate')) return foundAgain(all, tr.doc, (pos) => tr.mapping.map(pos));
        return all.flatMap((one) => follow(one, tr) ?? []);
      },
    },
  });

export const heldIn = (state: EditorState): readonly Held[] => key.getState(state) ?? [];

/** Holds a text for an attribute of a place; null = the place has taken what its panel shows. */
export function hold(view: EditorView, { what, pos, node }: Place, name: string, text: string | null): void {
  const all = heldIn(view.state);
  const own = all.find((one) => one.node && one.pos === pos);
  if ((own?.texts[name] ?? null) === text) return;
  const { [name]: _, ...others } = own?.texts ?? {};
  const texts = text === null ? others : { ...others, [name]: text };
  const rest = all.filter((one) => one !== own);
  const print = printOf(what, node) ?? '';
  change(view, Object.keys(texts).length ? [...rest, { what, pos, node, print, texts }] : rest);
}

/** Forgets texts whose place is gone. */
export const drop = (view: EditorView, lost: Held): void =>
  change(
    view,
    heldIn(view.state).filter((one) => one !== lost),
  );

const change = (view: EditorView, all: readonly Held[]) =>
  view.dispatch(view.state.tr.setMeta(key, all).setMeta('addToHistory', false));

/** What the panel of a place holds, and how its fields do. */
export const HeldContext = createContext<{
  texts: HeldTexts;
  hold: (name: string, text: string | null) => void;
}>({ texts: {}, hold: () => undefined });

/** How the fields of a place are called among those of its text. */
export const fieldName = ({ what, pos, print }: Held, name: string): string =>
  `${what}@${pos}/${name}/${print}`;

/** All held texts by the names of their fields, from which they are found again. */
export const textsOf = (all: readonly Held[]): HeldTexts =>
  Object.fromEntries(
    all.flatMap((one) => Object.entries(one.texts).map(([name, text]) => [fieldName(one, name), text])),
  );

function readHeld(texts: HeldTexts): Held[] {
  const all = new Map<string, Held>();
  for (const [field, text] of Object.entries(texts)) {
    const [, what, pos, name, print] = /^(\w+)@(\d+)\/(\w+)\/(.+)$/s.exec(field) ?? [];
    if (!what || !name || !print) continue;
    const place = `${what}@${pos}/${print}`;
    const others = all.get(place)?.texts;
    all.set(place, { what, pos: Number(pos), node: null, print, texts: { ...others, [name]: text } });
  }
  return [...all.values()];
}

/** The same texts at the nearest places with the same attributes; where there are none, without a place. */
function foundAgain(all: readonly Held[], doc: Node, now = (pos: number) => pos): Held[] {
  const free: { node: Node; pos: number }[] = [];
  if (all.length) doc.descendants((node, pos) => void free.push({ node, pos }));
  return all.map((one) => {
    const away = ({ pos }: { pos: number }) => Math.abs(pos - now(one.pos));
    const alike = free.filter(({ node }) => printOf(one.what, node) === one.print);
    const [nearest] = alike.sort((a, b) => away(a) - away(b));
    if (nearest) free.splice(free.indexOf(nearest), 1);
    return { ...one, node: null, ...nearest };
  });
}

function follow(one: Held, { mapping, doc }: Transaction): Held | null {
  if (!one.node) return one;
  const { pos: mapped, deletedAfter } = mapping.mapResult(one.pos, 1);
  const moved = deletedAfter ? placeOf(one.node, doc) : mapped;
  // The text of a link is another node with each letter that goes.
  const pos = moved ?? (one.what === 'link' ? mapped : null);
  const node = pos === null ? null : doc.nodeAt(pos);
  const print = node && printOf(one.what, node);
  if (pos === null || !print || (moved === null && print !== one.print)) return null;
  return { ...one, pos, node, print };
}

/** The attributes of a place as text; null = the node is not of this kind. */
function printOf(what: string, node: Node): string | null {
  const link = what === 'link' && node.marks.find(({ type }) => type.name === 'link');
  if (link) return JSON.stringify(link.attrs);
  return node.type.name === what ? JSON.stringify(node.attrs) : null;
}
