import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import type { PickedImage } from '../../image-picker.ts';
import type { EditorLabels } from './labels.ts';
import { boundaryNear, openList } from './places.ts';

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

/**
 * Uploads files one after the other and puts each where it was dropped. Throws what became of those that failed, in
 * words, a line for each, once all are done.
 */
export async function uploadInto(
  view: EditorView,
  files: File[],
  pos: number,
  labels: EditorLabels,
  upload: (file: File) => Promise<PickedImage>,
): Promise<void> {
  const { doc, schema } = view.state;
  // Between blocks, where those that are still to come move behind each picture that is inserted.
  const at = schema.nodes.image ? boundaryNear(doc.resolve(pos), schema.nodes.image) : pos;
  const places = files.map((file) => {
    const id = {};
    tell(view, { add: { id, pos: at, label: labels.uploading } });
    return { file, id };
  });
  const failures: string[] = [];
  const fail = ({ name }: File, words: string) =>
    failures.push(files.length > 1 ? `${name}: ${words}` : words);
  for (const { file, id } of places) {
    try {
      const picked = await upload(file);
      if (view.isDestroyed) fail(file, labels.uploadedTooLate);
      else insertAt(view, id, picked);
    } catch (error) {
      fail(file, error instanceof Error && error.message ? error.message : labels.uploadFailed);
    }
    if (!view.isDestroyed) tell(view, { remove: id });
  }
  if (failures.length) throw new Error(failures.join('\n'));
}

function insertAt(view: EditorView, id: object, picked: PickedImage) {
  const [place] =
    key.getState(view.state)?.find(undefined, undefined, (spec: { id?: object }) => spec.id === id) ?? [];
  const image = view.state.schema.nodes.image?.create(imageAttributes(picked));
  if (!image) return;
  const { tr } = view.state;
  // The text around its place may be gone by now.
  const from = place?.from ?? tr.doc.content.size;
  const at = openList(tr, boundaryNear(tr.doc.resolve(from), image.type));
  view.dispatch(tr.insert(at, image));
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
