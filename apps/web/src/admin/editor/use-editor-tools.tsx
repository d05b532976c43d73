import type { SectionKind } from '@gonggo/content';
import type { ImagePicker } from '@gonggo/content/editor';
import { useToast } from '@gonggo/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { pickedFrom } from '../images/picked.ts';
import { usePick } from '../images/picker.tsx';
import { uploadProblem } from '../images/upload-area.tsx';
import { uploadImage } from '../images/upload.ts';
import { problemText } from '../session/problem-text.ts';
import { useWords } from '../words/use-words.ts';
import type { DraftStore } from './draft-store.ts';
import type { EditorTools } from './editor-context.ts';
import { firstHeading, sectionName } from './section-names.ts';

const undoTime = 8_000;

/** What the panels of the editor share. `show` brings the right panel forward on narrow screens. */
export function useEditorTools(store: DraftStore, show: (panel: 'post' | 'facts') => void): EditorTools {
  const words = useWords();
  const toast = useToast();
  const pick = usePick();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const { mayEdit } = store.snapshot.draft;

  // An offer to undo ends with the screen it belongs to.
  const undoing = useRef<string[]>([]);
  useEffect(() => {
    const offers = undoing.current;
    return () => {
      for (const offer of offers) toast.close(offer);
    };
  }, [toast]);

  const picker = useMemo<ImagePicker>(
    () => ({
      async pick() {
        const image = await pick();
        if (!image) return null;
        const picked = pickedFrom(image);
        store.addImage(picked.imageId, picked.info);
        return picked;
      },
      async upload(file) {
        const image = await uploadImage(file).catch((error: unknown) => {
          throw new Error(uploadProblem(error, words)); // the editor shows the message as it is
        });
        const picked = pickedFrom(image);
        store.addImage(picked.imageId, picked.info);
        return picked;
      },
      info: (id) => store.snapshot.images[id] ?? null,
    }),
    [pick, store, words],
  );

  return useMemo(() => {
    const fail = (error: unknown) => toast.show({ text: problemText(error, words), tone: 'danger' });
    const open = (id: string) => {
      setOpened((before) => new Set(before).add(id));
      // In the text where there is one; otherwise in the first field.
      focusSoon(
        `#card-${id} .a-card-form [contenteditable='true'], #card-${id} .a-card-form:not(:has([contenteditable])) input`,
      );
    };
    const close = (id: string) => {
      setOpened((before) => new Set([...before].filter((one) => one !== id)));
      void store.section(id)?.save.flush();
      focusSoon(`#card-${id}`);
    };
    return {
      store,
      mayEdit,
      picker,
      opened,
      open,
      close,
      jump({ sectionId, field }) {
        if (sectionId) {
          show('post');
          if (mayEdit) open(sectionId);
          reveal(`#card-${sectionId}`);
          if (!mayEdit) focusSoon(`#card-${sectionId}`);
        } else if (field) {
          const name = field === 'closesAtZone' ? 'closesAt' : (field.split('.')[0] ?? field);
          const inPost = name === 'title' || name === 'summary' || name === 'cover';
          show(inPost ? 'post' : 'facts');
          reveal(`#fact-${name}`);
          focusSoon(`#fact-${name}`);
        }
      },
      remove(id) {
        const section = store.section(id);
        if (!section) return;
        const name = sectionName(section.kind, section.save.snapshot.value, words.language);
        store.remove(id);
        const shown = toast.show({
          text: words.editor.removed(name),
          timeout: undoTime,
          action: { label: words.common.undo, onSelect: () => store.restore(id) },
          onClose: () => void store.commitRemoval(id).catch(fail),
        });
        undoing.current.push(shown);
      },
      add(kind: SectionKind, after) {
        const heading = firstHeading(kind, store.snapshot.draft.locale);
        store.add(kind, after, heading ? { heading } : undefined).then((id) => {
          show('post');
          open(id);
          reveal(`#card-${id}`);
        }, fail);
      },
    };
  }, [store, mayEdit, picker, opened, show, toast, words]);
}

/** After React has drawn and any menu or drawer has let go of the focus. */
function soon(selector: string, work: (element: HTMLElement) => void, triesLeft = 12) {
  setTimeout(() => {
    const element = document.querySelector<HTMLElement>(selector);
    if (element) work(element);
    else if (triesLeft > 0) soon(selector, work, triesLeft - 1);
  }, 80);
}

const focusSoon = (selector: string) => soon(selector, (element) => element.focus({ preventScroll: true }));
const reveal = (selector: string) =>
  soon(selector, (element) => element.scrollIntoView({ block: 'center', behavior: smooth() }));
const smooth = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth');
