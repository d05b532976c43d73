import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import type { Locale, RichText } from '../../document.ts';
import type { ImagePicker } from '../../image-picker.ts';
import { FieldPlace, HoldAll, useTextsBefore } from '../../sections/editor/held-texts.tsx';
import { excessOf } from '../limits.ts';
import { writeBelowAtom } from './boxes.ts';
import { imageFiles, picturesOf } from './clipboard.ts';
import { editorExtensions } from './extensions.ts';
import { editorLabels } from './labels.ts';
import { begun, makingBefore } from './panels/make-panel.tsx';
import { Panels } from './panels/panel.tsx';
import { readAs } from './paste/plugin.ts';
import { showPictures } from './pictures.ts';
import { clipboardProps } from './safety/parsing.ts';
import { Toolbar } from './toolbar.tsx';
import { uploadInto } from './uploads.ts';
import { useNote } from './use-note.ts';
import { useOutsideValue } from './use-outside-value.ts';

export interface RichTextFieldProps {
  /** The text to start from. Another object that did not come from `onChange` replaces what is there. */
  value: RichText;
  onChange: (value: RichText) => void;
  /** Of the field, where there is more than one text in its form or item. */
  name?: string;
  label: string;
  images: ImagePicker;
  locale: Locale;
  /** The language of the text itself, unless it is that of the tools. */
  textLocale?: Locale;
  disabled?: boolean;
  placeholder?: string;
}

/** Rich text with its tools. It reads `value` once and then only tells: nothing is written back while typing. */
export function RichTextField({
  value,
  onChange,
  name = 'text',
  label,
  images,
  locale,
  textLocale = locale,
  disabled = false,
  placeholder,
}: RichTextFieldProps) {
  const labels = editorLabels(locale);
  const hint = useId();
  const [note, tell] = useNote(images);
  const before = useTextsBefore(name);
  const [making, setMaking] = useState(() => makingBefore(before));
  const [entered, setEntered] = useState(false);
  const toolbar = useRef<HTMLDivElement>(null);
  // Tiptap keeps the functions it was given first; they look here for today's.
  const now = useRef({ onChange, images, labels });
  useEffect(() => {
    now.current = { onChange, images, labels };
  });
  const told = useRef(new WeakSet<RichText>([value]));

  const upload = (view: Parameters<typeof uploadInto>[0], files: File[], pos: number) => {
    uploadInto(view, files, pos, now.current.labels, (file) => now.current.images.upload(file)).catch(
      (error: Error) => tell(error.message),
    );
  };

  const others = (data: DataTransfer | null, taken: File[]) =>
    data && data.files.length > taken.length ? now.current.labels.filesRefused : '';

  const editor = useEditor({
    extensions: editorExtensions(
      locale,
      () => tell(labels.tooDeep),
      before,
      (what) => tell(labels[what]),
    ),
    content: value.doc,
    editable: !disabled,
    immediatelyRender: false,
    injectCSS: false,
    editorProps: {
      attributes: {
        class: 'g-rich',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-describedby': hint,
        lang: textLocale,
        'data-placeholder': placeholder ?? editorLabels(textLocale).placeholder,
      },
      // Room for the tools above and the panel below the line that is being written.
      scrollThreshold: { top: 96, bottom: 240, left: 0, right: 0 },
      scrollMargin: { top: 96, bottom: 240, left: 0, right: 0 },
      ...clipboardProps,
      handlePaste(view, event) {
        const files = imageFiles(event.clipboardData);
        if (files.length) {
          tell(others(event.clipboardData, files));
          upload(view, files, view.state.selection.to);
          return true;
        }
        const pictures = picturesOf(event.clipboardData?.getData('text/html') ?? '');
        tell(pictures.leftOut.length ? now.current.labels.imagesDropped(pictures.leftOut) : '');
        // Below the words that come with them, once those are there.
        if (pictures.files.length)
          queueMicrotask(() => upload(view, pictures.files, view.state.selection.to));
        return false;
      },
      handleDrop(view, event, _slice, moved) {
        const files = moved ? [] : imageFiles(event.dataTransfer);
        if (!files.length) return false;
        tell(others(event.dataTransfer, files));
        upload(
          view,
          files,
          view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? view.state.selection.to,
        );
        return true;
      },
      handleDOMEvents: { compositionstart: writeBelowAtom },
      handleKeyDown(view, event) {
        writeBelowAtom(view, event);
        const wanted = (event.key === 'F10' && event.altKey) || event.key === 'Escape';
        if (!wanted || event.isComposing) return false;
        toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
        return true;
      },
    },
    onUpdate({ editor: changed, transaction }) {
      const read = readAs(transaction);
      if (read) tell(now.current.labels.readAs[read]);
      const next: RichText = { version: 1, doc: changed.getJSON() as RichText['doc'] };
      told.current.add(next);
      const excess = excessOf(next);
      if (excess) tell(excess.limit === 'depth' ? now.current.labels.tooDeep : now.current.labels.tooLarge);
      now.current.onChange(next);
    },
  });

  useOutsideValue(editor, value, told);
  useEffect(() => {
    editor?.setEditable(!disabled, false);
  }, [editor, disabled]);
  useEffect(() => {
    if (editor) showPictures(editor, { info: (id) => images.info(id), locale: textLocale, labels });
  }, [editor, images, textLocale, labels]);

  return (
    <div
      className="g-field"
      data-disabled={disabled || undefined}
      onFocus={() => setEntered(true)}
      onBlur={({ currentTarget, relatedTarget }) => setEntered(currentTarget.contains(relatedTarget))}
    >
      {editor && !disabled && (
        <Toolbar
          ref={toolbar}
          editor={editor}
          labels={labels}
          images={images}
          onRequest={(request) => setMaking((half) => begun(editor, request, half))}
          onProblem={tell}
        />
      )}
      <EditorContent editor={editor} className="g-editor g-body" />
      <p className="u-hidden" id={hint}>
        {labels.editorHint}
      </p>
      <div className="g-note" role="status">
        {note && note.split('\n').map((words, line) => <p key={line}>{words}</p>)}
      </div>
      <FieldPlace part={name}>
        {editor ? (
          <Panels {...{ editor, labels, locale, images, entered, disabled, making }} onMaking={setMaking} />
        ) : (
          <HoldAll texts={before} />
        )}
      </FieldPlace>
    </div>
  );
}
