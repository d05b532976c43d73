import { IconButton, Menu, type MenuItem } from '@gonggo/ui';
import { useEditorState, type Editor } from '@tiptap/react';
import {
  Bold,
  ChevronDown,
  Code,
  Highlighter,
  Italic,
  Link,
  List,
  ListChecks,
  ListOrdered,
  Plus,
  Quote,
  Redo2,
  SquareCode,
  Strikethrough,
  Undo2,
} from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import type { ImagePicker } from '../../image-picker.ts';
import { headingLevels } from '../blocks/heading.tsx';
import type { MarkName } from '../registry.ts';
import { moveBlock, paragraphAfterBox } from './boxes.ts';
import { FocusAfterMenu } from './focus-after-menu.ts';
import { insertItems } from './insert-items.tsx';
import type { EditorLabels } from './labels.ts';
import type { PanelRequest } from './panels/make-panel.tsx';

interface ToolbarProps {
  ref: Ref<HTMLDivElement>;
  editor: Editor;
  labels: EditorLabels;
  images: ImagePicker;
  /** Asks for the panel that makes something new. */
  onRequest: (request: PanelRequest) => void;
  onProblem: (words: string) => void;
}

interface Tool {
  id: string;
  label: string;
  icon: ReactNode;
  pressed?: boolean;
  disabled?: boolean;
  run: () => void;
}

/** Every mark and every block within reach. One stop for Tab; arrow keys inside; Escape goes back to the text. */
export function Toolbar({ ref, editor, labels, images, onRequest, onProblem }: ToolbarProps) {
  const [current, setCurrent] = useState('undo');
  const [after] = useState(() => new FocusAfterMenu());
  const tools = useTools(editor, labels, onRequest);
  const { style, ...can } = useEditorState({
    editor,
    selector: ({ editor: own }) => ({
      style: styleOf(own),
      moveUp: moveBlock(own.state, undefined, -1),
      moveDown: moveBlock(own.state, undefined, 1),
      paragraphAfter: paragraphAfterBox(own.state, undefined),
    }),
  });

  const stop = (id: string) => ({
    tabIndex: current === id ? 0 : -1,
    'data-tool': id,
    onFocus: () => setCurrent(id),
  });
  const button = ({ id, label, icon, pressed, disabled, run }: Tool) => (
    <IconButton
      key={id}
      {...stop(id)}
      label={label}
      icon={icon}
      {...(pressed === undefined ? {} : { pressed })}
      aria-disabled={disabled}
      // The text keeps its focus and selection while somebody clicks here.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    />
  );
  const [undo, inline, blocks] = tools;

  return (
    <div
      ref={ref}
      className="g-toolbar"
      role="toolbar"
      aria-label={labels.toolbar}
      onKeyDown={(event) => walk(event, editor)}
    >
      {undo.map(button)}
      <span className="g-gap" />
      <Menu
        trigger={
          <button type="button" className="u-button u-button-quiet" {...stop('style')}>
            {labels[style]}
            <ChevronDown aria-hidden="true" />
          </button>
        }
        items={styleItems(editor, labels, style, after)}
        focusAfter={after.take}
      />
      <span className="g-gap" />
      {inline.map(button)}
      <span className="g-gap" />
      {blocks.map(button)}
      <span className="g-gap" />
      <Menu
        trigger={
          <button type="button" className="u-button u-button-quiet" {...stop('insert')}>
            <Plus aria-hidden="true" />
            {labels.insert}
          </button>
        }
        items={insertItems({ editor, labels, images, can, after, onRequest, onProblem })}
        focusAfter={after.take}
      />
    </div>
  );
}

/** Arrow keys, Home and End between the tools; Escape back into the text. */
function walk(event: KeyboardEvent<HTMLDivElement>, editor: Editor) {
  const stops = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('[data-tool]'));
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: stops.length - 1 }[event.key];
  if (at >= 0 && next !== undefined) {
    event.preventDefault();
    stops[(next + stops.length) % stops.length]?.focus();
  } else if (at >= 0 && event.key === 'Escape') {
    event.preventDefault();
    editor.view.focus();
  }
}

type StyleName = 'paragraph' | 'heading2' | 'heading3' | 'heading4';

function styleOf(editor: Editor): StyleName {
  const level = headingLevels.find((one) => editor.isActive('heading', { level: one }));
  return level ? `heading${level}` : 'paragraph';
}

function styleItems(
  editor: Editor,
  labels: EditorLabels,
  style: StyleName,
  after: FocusAfterMenu,
): MenuItem[] {
  const item = (id: StyleName, run: () => void): MenuItem => ({
    id,
    label: labels[id],
    chosen: style === id,
    onSelect: () => {
      run();
      after.goesTo(editor.view.dom);
    },
  });
  return [
    item('paragraph', () => editor.chain().focus().setParagraph().run()),
    ...headingLevels.map((level) =>
      item(`heading${level}`, () => editor.chain().focus().setHeading({ level }).run()),
    ),
  ];
}

function useTools(editor: Editor, labels: EditorLabels, onRequest: ToolbarProps['onRequest']) {
  const active = useEditorState({
    editor,
    selector: ({ editor: own }) => {
      return {
        marks: Object.fromEntries(
          ['bold', 'italic', 'strike', 'highlight', 'code', 'link'].map((name) => [name, own.isActive(name)]),
        ),
        blocks: Object.fromEntries(
          ['bulletList', 'orderedList', 'taskList', 'blockquote', 'codeBlock'].map((name) => [
            name,
            own.isActive(name),
          ]),
        ),
        undo: own.can().undo(),
        redo: own.can().redo(),
      };
    },
  });
  const chain = () => editor.chain().focus();
  const mark = (id: MarkName, icon: ReactNode): Tool => ({
    id,
    label: labels[id],
    icon,
    pressed: active.marks[id] ?? false,
    run: () => chain().toggleMark(id).run(),
  });
  const block = (
    id: 'bulletList' | 'orderedList' | 'taskList' | 'blockquote' | 'codeBlock',
    icon: ReactNode,
    run: () => void,
  ): Tool => ({
    id,
    label: labels[id],
    icon,
    pressed: active.blocks[id] ?? false,
    run,
  });
  const act = (id: 'undo' | 'redo', icon: ReactNode, enabled: boolean, run: () => void): Tool => ({
    id,
    label: labels[id],
    icon,
    disabled: !enabled,
    run,
  });

  return [
    [
      act('undo', <Undo2 />, active.undo, () => chain().undo().run()),
      act('redo', <Redo2 />, active.redo, () => chain().redo().run()),
    ],
    [
      mark('bold', <Bold />),
      mark('italic', <Italic />),
      mark('strike', <Strikethrough />),
      mark('highlight', <Highlighter />),
      mark('code', <Code />),
      { ...mark('link', <Link />), run: () => onRequest({ make: 'link' }) },
    ],
    [
      block('bulletList', <List />, () => chain().toggleBulletList().run()),
      block('orderedList', <ListOrdered />, () => chain().toggleOrderedList().run()),
      block('taskList', <ListChecks />, () => chain().toggleTaskList().run()),
      block('blockquote', <Quote />, () => chain().toggleBlockquote().run()),
      block('codeBlock', <SquareCode />, () => chain().toggleCodeBlock().run()),
    ],
  ] as const;
}
