import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { PickedImage } from '../../image-picker.ts';

interface Change {
  add?: { id: object; pos: number; label: string };
  remove?: object;
}

const key = new PluginKey<DecorationSet>('uploads');

/** Holds the places of images on their way up; they move with the text around them. */
export const uploadsPlugin = () =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set) {
        const moved = set.map(tr.mapping, tr.doc);
        const change = tr.getMeta(key) as Change | undefined;
        if (change?.add) {
          const { id, pos, label } = change.add;
          return moved.add(tr.doc, [Decoration.widget(pos, () => waiting(label), { id })]);
        }
        return change?.remove
          ? moved.remove(
              moved.find(undefined, undefined, (spec: { id?: object }) => spec.id === change.remove),
            )
          : moved;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });

function waiting(label: string): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'g-uploading';
  dom.textContent = label;
  return dom;
}

const tell = (view: EditorView, change: Change) =>
  view.dispatch(view.state.tr.setMeta(key, change).setMeta('addToHistory', false));

/** Uploads files one after the other and puts each where it was dropped. Throws what the upload throws. */
export async function uploadInto(
  view: EditorView,
  files: File[],
  pos: number,
  label: string,
  upload: (file: File) => Promise<PickedImage>,
): Promise<void> {
  const places = files.map((file) => {
    const id = {};
    tell(view, { add: { id, pos, label } });
    return { file, id };
  });
  for (const { file, id } of places) {
    try {
      const picked = await upload(file);
      if (!view.isDestroyed) insertAt(view, id, picked);
    } finally {
      if (!view.isDestroyed) tell(view, { remove: id });
    }
  }
}

function insertAt(view: EditorView, id: object, picked: PickedImage) {
  const [place] =
    key.getState(view.state)?.find(undefined, undefined, (spec: { id?: object }) => spec.id === id) ?? [];
  const image = view.state.schema.nodes.image?.create(imageAttributes(picked));
  if (place && image) view.dispatch(view.state.tr.insert(boundaryNear(view, place.from), image));
}

/** The nearest place at or after a position where an image may stand. */
function boundaryNear(view: EditorView, pos: number): number {
  const { doc, schema } = view.state;
  const $pos = doc.resolve(pos);
  for (let depth = $pos.depth; depth >= 0; depth--) {
    const index = depth === $pos.depth ? $pos.index(depth) : $pos.indexAfter(depth);
    const at = depth === $pos.depth ? pos : $pos.after(depth + 1);
    const type = schema.nodes.image;
    if (type && !$pos.node(depth).isTextblock && $pos.node(depth).canReplaceWith(index, index, type))
      return at;
  }
  return doc.content.size;
}

/** The words of the library as the words of this use. */
export const imageAttributes = ({ imageId, alt, credit, creditUrl, licence }: PickedImage) => ({
  imageId,
  alt,
  decorative: false,
  caption: '',
  credit,
  creditUrl,
  licence,
});
