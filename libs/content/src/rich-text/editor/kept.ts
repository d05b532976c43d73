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

/** A place with texts in its panel that it can't take: field → text. */
export interface Kept extends Place {
  texts: HeldTexts;
}

const key = new PluginKey<readonly Kept[]>('kept');

/** Remembers what stands in panels but in no block. It moves with its block, and goes with it. */
export const keptPlugin = (before: HeldTexts) =>
  new Plugin<readonly Kept[]>({
    key,
    state: {
      init: (_, { doc }) => restored(before, doc),
      apply(tr, all) {
        const moved = tr.docChanged && all.length ? all.flatMap((one) => follow(one, tr) ?? []) : all;
        const change = tr.getMeta(key) as Kept | undefined;
        if (!change) return moved;
        const others = moved.filter(({ pos }) => pos !== change.pos);
        return Object.keys(change.texts).length ? [...others, change] : others;
      },
    },
  });

export const keptIn = (state: EditorState): readonly Kept[] => key.getState(state) ?? [];

/** Remembers a text of a field in a panel; null = the field has told what it shows. */
export function keep(view: EditorView, { what, pos, node }: Place, name: string, text: string | null): void {
  const before = keptIn(view.state).find((one) => one.pos === pos)?.texts ?? {};
  if ((before[name] ?? null) === text) return;
  const { [name]: _, ...others } = before;
  const texts = text === null ? others : { ...others, [name]: text };
  view.dispatch(view.state.tr.setMeta(key, { what, pos, node, texts }).setMeta('addToHistory', false));
}

/** What the panel of a place remembers, and how its fields do. */
export const KeptContext = createContext<{
  texts: HeldTexts;
  keep: (name: string, text: string | null) => void;
}>({ texts: {}, keep: () => undefined });

/** How a place is called among those of its text. */
export const placeName = ({ what, pos }: Place): string => `${what}@${pos}`;

function restored(before: HeldTexts, doc: Node): Kept[] {
  const all = new Map<number, Kept>();
  for (const [place, text] of Object.entries(before)) {
    const [, what = '', at = '', name = ''] = /^(\w+)@(\d+)\/(.+)$/.exec(place) ?? [];
    const pos = Number(at);
    const node = what && pos < doc.content.size ? nodeOf(what, doc, pos) : null;
    if (node) all.set(pos, { what, pos, node, texts: { ...all.get(pos)?.texts, [name]: text } });
  }
  return [...all.values()];
}

function follow(kept: Kept, { mapping, doc }: Transaction): Kept | null {
  const { pos: to, deletedAfter } = mapping.mapResult(kept.pos, 1);
  const pos = deletedAfter ? placeOf(kept.node, doc) : to;
  const node = pos === null ? null : nodeOf(kept.what, doc, pos);
  return pos === null || !node ? null : { ...kept, pos, node };
}

function nodeOf(what: string, doc: Node, pos: number): Node | null {
  const node = doc.nodeAt(pos);
  const isIt =
    what === 'link' ? node?.marks.some(({ type }) => type.name === 'link') : node?.type.name === what;
  return isIt ? node : null;
}
