import { Extension, Node, type AnyExtension } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Highlight } from '@tiptap/extension-highlight';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { Text } from '@tiptap/extension-text';
import { Dropcursor, Gapcursor, UndoRedo } from '@tiptap/extensions';
import type { Locale } from '../../document.ts';
import type { HeldTexts } from '../../sections/editor/held-texts.tsx';
import { headingLevels } from '../blocks/heading.tsx';
import type { BlockName } from '../registry.ts';
import { atomView } from './atom-view.tsx';
import { moveBlock, paragraphAfterBox } from './boxes.ts';
import { calloutView } from './callout-view.ts';
import { depthPlugin } from './depth.ts';
import { detailsKeys } from './details-keys.ts';
import { heldPlugin } from './held.ts';
import { editorLabels } from './labels.ts';
import { LinkMark } from './links/link.ts';
import { PicturesExtension } from './pictures.ts';
import { pastePlugin } from './paste/plugin.ts';
import { Safety } from './safety/extension.ts';
import type { OnFault } from './safety/fault.ts';
import { markStructure, nodeStructure } from './structure.ts';
import { uploadsPlugin } from './uploads.ts';

const own = (name: BlockName, behaviour: Parameters<typeof Node.create>[0] = {}) =>
  Node.create({ ...nodeStructure(name), ...behaviour, name });

const blockKeys = Extension.create<{ onTooDeep: () => void; before: HeldTexts }>({
  name: 'blockKeys',
  priority: 1000,
  addKeyboardShortcuts: () => ({
    ...detailsKeys,
    'Mod-Enter': ({ editor }) => paragraphAfterBox(editor.state, editor.view.dispatch),
    'Alt-ArrowUp': ({ editor }) => moveBlock(editor.state, editor.view.dispatch, -1),
    'Alt-ArrowDown': ({ editor }) => moveBlock(editor.state, editor.view.dispatch, 1),
  }),
  addOptions: () => ({ onTooDeep: () => undefined, before: {} }),
  addProseMirrorPlugins() {
    return [
      uploadsPlugin(),
      heldPlugin(this.options.before),
      depthPlugin(this.options.onTooDeep),
      pastePlugin(this.editor.schema),
    ];
  },
});

/**
 * Tiptap's behaviour (commands, keys, Markdown shortcuts) on the structure of our own blocks and marks. `before` is
 * what the panels held when this text was last edited.
 */
export function editorExtensions(
  locale: Locale,
  onTooDeep = () => {},
  before: HeldTexts = {},
  onFault: OnFault = () => {},
): AnyExtension[] {
  const labels = editorLabels(locale);
  return [
    Document.extend(nodeStructure('doc')),
    Paragraph.extend(nodeStructure('paragraph')),
    Text.extend(nodeStructure('text')),
    HardBreak.extend(nodeStructure('hardBreak')),
    Heading.configure({ levels: [...headingLevels] }).extend(nodeStructure('heading')),
    BulletList.extend(nodeStructure('bulletList')),
    OrderedList.extend(nodeStructure('orderedList')),
    ListItem.extend(nodeStructure('listItem')),
    TaskList.extend(nodeStructure('taskList')),
    TaskItem.configure({
      nested: true,
      HTMLAttributes: { 'data-type': 'taskItem' },
      a11y: { checkboxLabel: ({ textContent }) => `${labels.done}: ${textContent}` },
    }).extend(nodeStructure('taskItem')),
    own('callout', { addNodeView: () => calloutView }),
    Blockquote.extend(nodeStructure('blockquote')),
    own('image', { addNodeView: () => atomView('image') }),
    own('sticker', { addNodeView: () => atomView('sticker') }),
    own('gallery'),
    own('linkCard', { addNodeView: () => atomView('linkCard') }),
    own('embed', { addNodeView: () => atomView('embed') }),
    CodeBlock.extend(nodeStructure('codeBlock')),
    Table.configure({ resizable: false, View: null }).extend({
      ...nodeStructure('table'),
      // Tab in the last cell leaves the text: Tiptap adds a row there, and so there would be no way out by Tab.
      addKeyboardShortcuts() {
        return { ...this.parent?.(), Tab: ({ editor }) => editor.commands.goToNextCell() };
      },
    }),
    TableRow.extend(nodeStructure('tableRow')),
    TableHeader.extend(nodeStructure('tableHeader')),
    TableCell.extend(nodeStructure('tableCell')),
    own('details'),
    own('detailsSummary'),
    own('detailsContent'),
    own('columns'),
    own('column'),
    HorizontalRule.extend(nodeStructure('horizontalRule')),
    own('button', { addNodeView: () => atomView('button') }),

    LinkMark,
    Bold.extend(markStructure('bold')),
    Italic.extend(markStructure('italic')),
    Strike.extend(markStructure('strike')),
    Highlight.extend(markStructure('highlight')),
    Code.extend(markStructure('code')),

    UndoRedo,
    Gapcursor,
    Dropcursor.configure({ class: 'g-dropcursor', color: false, width: 2 }),
    ListKeymap.configure({
      listTypes: [
        { itemName: 'listItem', wrapperNames: ['bulletList', 'orderedList'] },
        { itemName: 'taskItem', wrapperNames: ['taskList'] },
      ],
    }),
    blockKeys.configure({ onTooDeep, before }),
    Safety.configure({ onFault }),
    PicturesExtension.configure({ locale }),
  ];
}
