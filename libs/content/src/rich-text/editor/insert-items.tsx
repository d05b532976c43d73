import type { MenuGroup, MenuItem } from '@gonggo/ui';
import type { Editor } from '@tiptap/react';
import {
  Columns2,
  Columns3,
  CornerDownLeft,
  Image,
  Images,
  Lightbulb,
  ListCollapse,
  Minus,
  MousePointerClick,
  MoveDown,
  MoveUp,
  PanelTop,
  Play,
  Smile,
  Table,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImagePicker, PickedImage } from '../../image-picker.ts';
import type { BlockName } from '../registry.ts';
import { blankBlock, blankTable, insertBlock, moveBlock, paragraphAfterBox, wrapOrInsert } from './boxes.ts';
import type { FocusAfterMenu } from './focus-after-menu.ts';
import type { EditorLabels } from './labels.ts';
import type { PanelRequest } from './panels/make-panel.tsx';
import { imageAttributes } from './uploads.ts';

interface Insert {
  editor: Editor;
  labels: EditorLabels;
  images: ImagePicker;
  onRequest: (request: PanelRequest) => void;
  onProblem: (words: string) => void;
  after: FocusAfterMenu;
  /** What the place of the cursor allows. */
  can: Record<'moveUp' | 'moveDown' | 'paragraphAfter', boolean>;
}

type InsertName =
  | 'image'
  | 'gallery'
  | 'sticker'
  | 'callout'
  | 'details'
  | 'table'
  | 'columns2'
  | 'columns3'
  | 'linkCard'
  | 'embed'
  | 'button'
  | 'horizontalRule';

/** Every block that is more than a style of its text, and what can be done with the one at the cursor. */
export function insertItems(tools: Insert): MenuGroup[] {
  const { editor, labels, can, after } = tools;
  const act = (id: keyof Insert['can'], icon: ReactNode, run: () => void): MenuItem => ({
    id,
    label: labels[id],
    icon,
    disabled: !can[id],
    onSelect: () => {
      run();
      after.goesTo(editor.view.dom);
    },
  });
  const { dispatch } = editor.view;
  return [
    { label: labels.newBlock, items: newBlocks(tools) },
    {
      label: labels.thisBlock,
      items: [
        act('moveUp', <MoveUp />, () => moveBlock(editor.state, dispatch, -1)),
        act('moveDown', <MoveDown />, () => moveBlock(editor.state, dispatch, 1)),
        act('paragraphAfter', <CornerDownLeft />, () => paragraphAfterBox(editor.state, dispatch)),
      ],
    },
  ];
}

function newBlocks({ editor, labels, images, onRequest, onProblem, after }: Insert): MenuItem[] {
  const item = (id: InsertName, icon: ReactNode, onSelect: () => void): MenuItem => ({
    id,
    label: labels[id],
    icon,
    onSelect,
  });
  const put = (id: InsertName, icon: ReactNode, run: () => void) =>
    item(id, icon, () => {
      run();
      after.goesTo(editor.view.dom);
    });
  const pick = (id: InsertName, icon: ReactNode, use: (picked: PickedImage) => void) =>
    item(id, icon, () =>
      after.goesFirstTo(editor.view.dom, () =>
        images.pick().then(
          (picked) => {
            if (!picked) return;
            // The library gives the focus back later, and with it the caret where it was before.
            editor.view.dom.addEventListener('focus', () => editor.view.focus(), { once: true });
            use(picked);
          },
          (error: unknown) =>
            onProblem(error instanceof Error && error.message ? error.message : labels.uploadFailed),
        ),
      ),
    );
  const ask = (make: PanelRequest['make']) => () => {
    after.goesTo(false);
    onRequest({ make });
  };
  const insert = (name: BlockName, attrs?: Record<string, unknown>) => {
    const block = blankBlock(editor, name, attrs);
    if (block) insertBlock(editor, block);
  };
  const insertGallery = (picked: PickedImage) => {
    const { gallery, image } = editor.schema.nodes;
    const block = image && gallery?.create(null, image.create(imageAttributes(picked)));
    if (block) insertBlock(editor, block);
  };

  return [
    pick('image', <Image />, (picked) => insert('image', imageAttributes(picked))),
    pick('gallery', <Images />, insertGallery),
    pick('sticker', <Smile />, ({ imageId, alt }) => insert('sticker', { imageId, alt })),
    put('callout', <Lightbulb />, () => wrapOrInsert(editor, 'callout')),
    put('details', <ListCollapse />, () => wrapOrInsert(editor, 'details')),
    put('table', <Table />, () => insertBlock(editor, blankTable(editor.schema, 3, 3))),
    put('columns2', <Columns2 />, () => wrapOrInsert(editor, 'columns', 2)),
    put('columns3', <Columns3 />, () => wrapOrInsert(editor, 'columns', 3)),
    item('linkCard', <PanelTop />, ask('linkCard')),
    item('embed', <Play />, ask('embed')),
    item('button', <MousePointerClick />, ask('button')),
    put('horizontalRule', <Minus />, () => insert('horizontalRule')),
  ];
}
