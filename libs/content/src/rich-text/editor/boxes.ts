import type { Editor } from '@tiptap/core';
import { Fragment, type Node, type NodeType, type Schema } from '@tiptap/pm/model';
import {
  NodeSelection,
  Selection,
  TextSelection,
  type EditorState,
  type Transaction,
} from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { BlockName } from '../registry.ts';
import { isBlankItem, openList, placeBelow, placeOf } from './places.ts';

type Dispatch = ((tr: Transaction) => void) | undefined;

/** A block around the selection, or selected itself. */
export interface Around {
  node: Node;
  pos: number;
}

/** From the innermost outwards: the selected block, then those around it. The document is left out. */
export function blocksAround({ selection }: EditorState): Around[] {
  const found: Around[] = [];
  if (selection instanceof NodeSelection) found.push({ node: selection.node, pos: selection.from });
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth--)
    found.push({ node: $from.node(depth), pos: $from.before(depth) });
  return found;
}

export const blockAround = (state: EditorState, ...names: BlockName[]): Around | undefined =>
  blocksAround(state).find(({ node }) => names.includes(node.type.name as BlockName));

/** Boxes that an empty Enter cannot leave. */
const boxes: BlockName[] = [
  'details',
  'columns',
  'table',
  'gallery',
  'callout',
  'blockquote',
  'codeBlock',
  'image',
  'sticker',
  'linkCard',
  'embed',
  'button',
  'horizontalRule',
];

/** A new paragraph below the box around the selection: the way out of every box. */
export function paragraphAfterBox(state: EditorState, dispatch: Dispatch): boolean {
  const box = blocksAround(state).findLast(({ node }) => boxes.includes(node.type.name as BlockName));
  const paragraph = state.schema.nodes.paragraph?.create();
  if (!box || !paragraph) return false;
  const after = box.pos + box.node.nodeSize;
  const $after = state.doc.resolve(after);
  if (!$after.parent.canReplaceWith($after.index(), $after.index(), paragraph.type)) return false;
  dispatch?.(focused(state.tr.insert(after, paragraph), after + 1));
  return true;
}

const focused = (tr: Transaction, pos: number) =>
  tr.setSelection(TextSelection.near(tr.doc.resolve(pos))).scrollIntoView();

/** Makes room for a block: in place of an empty paragraph or item, otherwise below the one with the cursor. */
function roomFor(tr: Transaction, type: NodeType): { from: number; to: number } | null {
  const { selection, doc } = tr;
  const { $from, $to } = selection;
  const depth = placeBelow($to, type);
  if (depth === 0) {
    const end = selection instanceof NodeSelection ? selection.to : doc.content.size;
    const $end = doc.resolve(end);
    return $end.parent.canReplaceWith($end.index(), $end.index(), type) ? { from: end, to: end } : null;
  }
  const node = $to.node(depth);
  const to = $to.after(depth);
  const blank = $from.sameParent($to) && (isEmptyParagraph(node) || isBlankItem(node));
  if (!isBlankItem(node) || !blank) {
    const place = openList(tr, to);
    return { from: blank ? $to.before(depth) : place, to: place };
  }
  if ($to.node(depth - 1).childCount === 1) return { from: $to.before(depth - 1), to: $to.after(depth - 1) };
  tr.delete($to.before(depth), to);
  const place = openList(tr, $to.before(depth));
  return { from: place, to: place };
}

const isEmptyParagraph = (node: Node) => node.type.name === 'paragraph' && node.content.size === 0;

/**
 * Inserts a block in the nearest place where it may stand, and puts the cursor into it (or selects it). An
 * empty paragraph is left below, so that writing can go on.
 */
export function insertBlock(editor: Editor, block: Node): boolean {
  const { tr, schema } = editor.state;
  const room = roomFor(tr, block.type);
  if (!room) return false;
  const { from, to } = room;
  const paragraph = schema.nodes.paragraph?.create();
  const $to = tr.doc.resolve(to);
  const isLast = $to.index() === $to.parent.childCount;
  tr.replaceWith(from, to, isLast && paragraph ? Fragment.from([block, paragraph]) : block);
  const inserted = tr.doc.resolve(from);
  if (block.type.name === 'horizontalRule')
    tr.setSelection(Selection.near(tr.doc.resolve(from + block.nodeSize), 1));
  else
    tr.setSelection(
      block.isAtom || block.firstChild?.isAtom
        ? NodeSelection.create(tr.doc, from)
        : Selection.near(tr.doc.resolve(inserted.pos + 1), 1),
    );
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
  return true;
}

/** A block of this type with what it needs to be whole, or null where its attributes are missing. */
export function blankBlock(
  { schema }: Editor,
  name: BlockName,
  attrs: Record<string, unknown> = {},
): Node | null {
  return schema.nodes[name]?.createAndFill(attrs) ?? null;
}

/** A table whose first row names its columns. */
export function blankTable({ nodes }: Schema, rows: number, columns: number): Node {
  const { table, tableRow, tableHeader, tableCell } = nodes as Record<BlockName, NodeType>;
  const cells = (type: NodeType) => Array.from({ length: columns }, () => type.createAndFill() as Node);
  return table.create(
    null,
    Array.from({ length: rows }, (_, row) => tableRow.create(null, cells(row ? tableCell : tableHeader))),
  );
}

/** Puts the selected blocks into a box; where they do not fit, an empty box below them. */
export function wrapOrInsert(editor: Editor, name: 'callout' | 'details' | 'columns', count = 2): boolean {
  const { state } = editor;
  const { nodes } = state.schema;
  if (name === 'columns') {
    const column = blankBlock(editor, 'column');
    const columns =
      column &&
      nodes.columns?.create(
        null,
        Array.from({ length: count }, () => column),
      );
    return columns ? insertBlock(editor, columns) : false;
  }
  if (name === 'callout' && editor.can().wrapIn('callout'))
    return editor.chain().focus().wrapIn('callout').run();
  const box = blankBlock(editor, name);
  return box ? insertBlock(editor, box) : false;
}

/** Takes a box away and keeps what it holds in its place. */
export function unwrapBox(editor: Editor, { node, pos }: Around): boolean {
  const { schema } = editor;
  const held: Node[] = [];
  node.forEach((child) => {
    if (child.type.name === 'detailsSummary') {
      const paragraph = schema.nodes.paragraph?.create(null, child.content);
      if (paragraph) held.push(paragraph);
    } else if (child.type.name === 'column' || child.type.name === 'detailsContent')
      child.forEach((one) => held.push(one));
    else held.push(child);
  });
  const $pos = editor.state.doc.resolve(pos);
  const content = Fragment.from(held);
  if (!$pos.parent.canReplace($pos.index(), $pos.index() + 1, content)) return false;
  editor.view.dispatch(focused(editor.state.tr.replaceWith(pos, pos + node.nodeSize, content), pos + 1));
  editor.view.focus();
  return true;
}

export function deleteBlock(editor: Editor, { node, pos }: Around): void {
  const $gallery = editor.state.doc.resolve(pos);
  // The last picture takes its gallery along.
  if ($gallery.parent.type.name === 'gallery' && $gallery.parent.childCount === 1) {
    deleteBlock(editor, { node: $gallery.parent, pos: $gallery.before() });
    return;
  }
  const $pos = editor.state.doc.resolve(pos);
  const only = $pos.parent.childCount === 1 && $pos.parent.type.spec.content?.includes('+');
  const paragraph = editor.schema.nodes.paragraph?.create();
  const tr = editor.state.tr;
  if (only && paragraph && $pos.parent.canReplaceWith(0, 1, paragraph.type))
    tr.replaceWith(pos, pos + node.nodeSize, paragraph);
  else tr.delete(pos, pos + node.nodeSize);
  editor.view.dispatch(focused(tr, Math.min(pos, tr.doc.content.size)));
  editor.view.focus();
}

/** True for a block of its own that holds no text: an image, a card, a divider. */
const isSelectedAtom = (selection: Selection): selection is NodeSelection =>
  selection instanceof NodeSelection && selection.node.isBlock && selection.node.isAtom;

/** Whether a key or an input method begins to write. Dictation and handwriting compose without any key. */
const begins = (event: KeyboardEvent | CompositionEvent): boolean =>
  'key' in event
    ? (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) || event.keyCode === 229
    : event.type === 'compositionstart';

/** Typing while a block without text is selected writes below it: it must never replace the block. */
export function writeBelowAtom(view: EditorView, event: KeyboardEvent | CompositionEvent): false {
  const { selection, schema } = view.state;
  const paragraph = schema.nodes.paragraph?.create();
  if (!begins(event) || !paragraph || !isSelectedAtom(selection)) return false;
  const { $to } = selection;
  for (let depth = $to.depth; depth >= 0; depth--) {
    const after = depth === $to.depth ? $to.pos : $to.after(depth + 1);
    const index = depth === $to.depth ? $to.index() : $to.indexAfter(depth);
    const next = $to.node(depth).maybeChild(index);
    const { tr } = view.state;
    if (next?.type === paragraph.type && next.content.size === 0) view.dispatch(focused(tr, after + 1));
    else if ($to.node(depth).canReplaceWith(index, index, paragraph.type))
      view.dispatch(focused(tr.insert(after, paragraph), after + 1));
    else continue;
    break;
  }
  return false;
}

/** Swaps the outermost block with the cursor and its neighbour. */
export function moveBlock(state: EditorState, dispatch: Dispatch, by: -1 | 1): boolean {
  const { selection, doc } = state;
  const index = selection.$from.index(0);
  const neighbour = index + by;
  const isTop = selection instanceof NodeSelection && selection.$from.depth === 0;
  if (neighbour < 0 || neighbour >= doc.childCount || (!isTop && selection.$from.depth === 0)) return false;
  if (!dispatch) return true;
  const block = doc.child(index);
  const other = doc.child(neighbour);
  const start = isTop ? selection.from : selection.$from.before(1);
  const offset = selection.from - start;
  const first = by === 1 ? start : start - other.nodeSize;
  const pair = by === 1 ? [other, block] : [block, other];
  const tr = state.tr.replaceWith(first, first + block.nodeSize + other.nodeSize, pair);
  const moved = by === 1 ? start + other.nodeSize : first;
  tr.setSelection(
    isTop ? NodeSelection.create(tr.doc, moved) : TextSelection.near(tr.doc.resolve(moved + offset)),
  );
  dispatch(tr.scrollIntoView());
  return true;
}

/** Changes attributes; a selected block stays selected, and the focus stays where it is. */
export function setAttributes(editor: Editor, pos: number, changed: Record<string, unknown>): void {
  const { tr } = editor.state;
  for (const [name, value] of Object.entries(changed)) tr.setNodeAttribute(pos, name, value);
  editor.view.dispatch(tr);
}

/** Where a block is after some time, in which others may have written; null = it is gone. */
export function placeNow({ state: { doc } }: Editor, { node, pos }: Around): number | null {
  return placeOf(node, doc) ?? (doc.nodeAt(pos)?.type === node.type ? pos : null);
}
