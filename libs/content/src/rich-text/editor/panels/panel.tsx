import { useEditorState, type Editor } from '@tiptap/react';
import type { Locale } from '../../../document.ts';
import type { ImagePicker } from '../../../image-picker.ts';
import type { BlockName } from '../../registry.ts';
import { blockAround } from '../boxes.ts';
import type { EditorLabels } from '../labels.ts';
import { AttributesPanel } from './attributes-panel.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { GalleryPanel, ImagePanel } from './image-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { MakePanel, type Makes } from './make-panel.tsx';
import { TablePanel } from './table-panel.tsx';

/** Something new that needs words before it can stand in the text. */
export interface PanelRequest {
  make: Makes;
}

interface PanelProps {
  editor: Editor;
  labels: EditorLabels;
  locale: Locale;
  images: ImagePicker;
  request: PanelRequest | null;
  onDone: () => void;
}

const withPanel = [
  'image',
  'gallery',
  'table',
  'columns',
  'callout',
  'codeBlock',
  'sticker',
  'linkCard',
  'embed',
  'button',
  'details',
  'horizontalRule',
] as const satisfies BlockName[];

/** What can be changed about the place of the cursor: the link, or the innermost block that has fields. */
export function Panel({ editor, labels, locale, images, request, onDone }: PanelProps) {
  const { block, href } = useEditorState({
    editor,
    selector: ({ editor: { state }, editor: own }) => ({
      block: blockAround(state, ...withPanel),
      href: own.isActive('link') ? String(own.getAttributes('link').href) : null,
    }),
    equalityFn: (a, b) =>
      a.href === b?.href && a.block?.node === b?.block?.node && a.block?.pos === b?.block?.pos,
  });

  if (request)
    return (
      <MakePanel key={request.make} editor={editor} labels={labels} make={request.make} onDone={onDone} />
    );
  if (href !== null) return <LinkPanel editor={editor} labels={labels} href={href} />;
  if (!block) return null;

  const type = block.node.type.name as (typeof withPanel)[number];
  const props = { editor, labels, locale, images, block };
  // Another block is another form: nothing half-typed moves over.
  const key = `${type}-${block.pos}`;
  if (type === 'image') return <ImagePanel key={key} {...props} />;
  if (type === 'gallery') return <GalleryPanel key={key} {...props} />;
  if (type === 'table') return <TablePanel key={key} {...props} />;
  if (type === 'columns') return <ColumnsPanel key={key} {...props} />;
  return <AttributesPanel key={key} type={type} {...props} />;
}
