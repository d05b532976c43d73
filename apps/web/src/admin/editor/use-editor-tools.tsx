import type { SectionKind } from '@gonggo/content';
import { beginning, type ImagePicker } from '@gonggo/content/editor';
import { useToast } from '@gonggo/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { pickedFrom } from '../images/picked.ts';
import { usePick } from '../images/picker.tsx';
import { uploadProblem } from '../images/upload-area.tsx';
import { uploadImage } from '../images/upload.ts';
import { problemText } from '../session/problem-text.ts';
import { useWords } from '../words/use-words.ts';
import type { DraftStore } from './draft-store.ts';
import type { EditorTools } from './editor-context.ts';
import { heldRule, targetOf } from './findings.ts';
import { focusForm, focusSoon, keepInPlace, reveal, type Start } from './focus.ts';
import { firstHeading, isBlank, sectionName } from './section-names.ts';

const undoTime = 8_000;

/** Findings about one field of a section's form: the caret goes there. */
const startOf: Partial<Record<string, Start>> = { 'item-incomplete': 'lacking', [heldRule]: 'wrong' };

/** What the panels of the editor share. `show` brings the right panel forward on narrow screens. */
export function useEditorTools(store: DraftStore, show: (panel: 'post' | 'facts') => void): EditorTools {
  const words = useWords();
  const toast = useToast();
  const pick = usePick();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const { mayEdit } = store.snapshot.draft;

  // What is said on leaving, kept aside: choosing another language is not leaving.
  const leftBehind = useRef('');
  useEffect(() => {
    leftBehind.current = words.images.leftBehind;
  });
  // An offer to undo ends with the screen it belongs to.
  const undoing = useRef<string[]>([]);
  useEffect(() => {
    const offers = undoing.current;
    return () => {
      for (const offer of offers) toast.close(offer);
      if (store.uploads.any) toast.show({ text: leftBehind.current });
    };
  }, [toast, store]);

  const picker = useMemo<ImagePicker>(
    () => ({
      async pick() {
        const image = await pick();
        if (!image) return null;
        const picked = pickedFrom(image);
        store.addImage(picked.imageId, picked.info);
        return picked;
      },
      upload(file) {
        const upload = async () => {
          const image = await uploadImage(file).catch((error: unknown) => {
            throw new Error(uploadProblem(error, words)); // the editor shows the message as it is
          });
          const picked = pickedFrom(image);
          store.addImage(picked.imageId, picked.info);
          return picked;
        };
        return store.uploads.add(upload());
      },
      info: (id) => store.snapshot.images[id] ?? null,
    }),
    [pick, store, words],
  );

  return useMemo(() => {
    /** What is not saved yet, or waits for a decision, stays open. */
    const needsItsForm = (id: string) => {
      const kind = store.section(id)?.save.snapshot.state.kind ?? 'saved';
      return (
        ['conflict', 'gone', 'refused'].includes(kind) ||
        document.querySelector(`#card-${id} :is([aria-invalid='true'], .g-uploading)`) !== null
      );
    };
    const fail = (error: unknown) => toast.show({ text: problemText(error, words), tone: 'danger' });
    const open = (id: string, start?: Start) => {
      keepInPlace(document.getElementById(`card-${id}`), () =>
        flushSync(() => setOpened((before) => new Set([...[...before].filter(needsItsForm), id]))),
      );
      for (const { save } of store.sections) void save.flush();
      const section = store.section(id);
      const { applyUrl } = store.facts.snapshot.value;
      const blank = !section || isBlank(section.kind, section.save.snapshot.value, applyUrl);
      focusForm(id, start ?? (blank ? 'blank' : 'first'));
    };
    const close = (id: string) => {
      // A picture on its way up has its place in the form.
      if (document.querySelector(`#card-${id} .g-uploading`)) {
        toast.show({ id: 'fold-later', text: words.editor.foldLater });
        return;
      }
      setOpened((before) => new Set([...before].filter((one) => one !== id)));
      store.section(id)?.held.leave();
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
      jump(to) {
        const { panel, selector } = targetOf(to, { mayEdit, sections: store.sections });
        show(panel);
        const opening = mayEdit && to.sectionId && panel === 'post' && !to.field;
        const start = startOf[to.rule ?? ''];
        if (opening) open(to.sectionId ?? '', start);
        if (!opening || !start) reveal(selector);
        if (!opening) focusSoon(selector);
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
        const content = beginning(kind);
        store.add(kind, after, { content, ...(heading && { heading }) }).then((id) => {
          show('post');
          open(id);
          reveal(`#card-${id}`);
        }, fail);
      },
    };
  }, [store, mayEdit, picker, opened, show, toast, words]);
}
