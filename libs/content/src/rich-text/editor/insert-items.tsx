import type { MenuItem } from '@gonggo/ui';
import type { Editor } from '@tiptap/react';
import {
  Columns2,
  Columns3,
  Image,
  Images,
  Lightbulb,
  ListCollapse,
  Minus,
  MousePointerClick,
  PanelTop,
  Play,
  Smile,
  Table,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { ImagePicker, PickedImage } from '../../image-picker.ts';
import { blankBlock, insertBlock, wrapOrInsert } from './boxes.ts';
import type { EditorLabels } from './labels.ts';
import type { PanelRequest } from './panels/panel.tsx';
import { imageAttributes } from './uploads.ts';

interface Insert {
  editor: Editor;
  labels: EditorLabels;
  images: ImagePicker;
  onRequest: (request: PanelRequest) => void;
  onProblem: (words: string) => void;
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

/** Every block that is more than a style of its text. */
export function insertItems({ editor, labels, images, onRequest, onProblem }: Insert): MenuItem[] {
  const item = (id: InsertName, icon: ReactNode, onSelect: () => void): MenuItem => ({
    id,
    label: labels[id],
    icon,
    onSelect,
  });
  const pick = (use: (picked: PickedImage) => void) => () => {
    images.pick().then(
      (picked) => picked && use(picked),
      (error: unknown) =>
        onProblem(error instanceof Error && error.message ? error.message : labels.uploadFailed),
    );
  };
  const insert = (name: Parameters<typeof blankBlock>[1], attrs?: Record<string, unknown>) => {
    const block = blankBlock(editor, name, attrs);
    if (block) insertBlock(editor, block);
  };

  return [
    item(
      'image',
      <Image />,
      pick((picked) => insert('image', imageAttributes(picked))),
    ),
    item(
      'gallery',
      <Images />,
      pick((picked) => {
        const { gallery, image } = editor.schema.nodes;
        const block = image && gallery?.create(null, image.create(imageAttributes(picked)));
        if (block) insertBlock(editor, block);
      }),
    ),
    item(
      'sticker',
      <Smile />,
      pick(({ imageId, alt }) => insert('sticker', { imageId, alt })),
    ),
    item('callout', <Lightbulb />, () => wrapOrInsert(editor, 'callout')),
    item('details', <ListCollapse />, () => wrapOrInsert(editor, 'details')),
    item('table', <Table />, () =>
      editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    ),
    item('columns2', <Columns2 />, () => wrapOrInsert(editor, 'columns', 2)),
    item('columns3', <Columns3 />, () => wrapOrInsert(editor, 'columns', 3)),
    item('linkCard', <PanelTop />, () => onRequest({ make: 'linkCard' })),
    item('embed', <Play />, () => onRequest({ make: 'embed' })),
    item('button', <MousePointerClick />, () => onRequest({ make: 'button' })),
    item('horizontalRule', <Minus />, () => insert('horizontalRule')),
  ];
}
