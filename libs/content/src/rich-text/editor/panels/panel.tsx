import { getMarkRange } from '@tiptap/core';
import { useEditorState, type Editor } from '@tiptap/react';
import type { Locale } from '../../../document.ts';
import type { ImagePicker } from '../../../image-picker.ts';
import { FieldPlace } from '../../../sections/editor/held-texts.tsx';
import type { BlockName } from '../../registry.ts';
import { blockAround } from '../boxes.ts';
import { keep, keptIn, KeptContext, placeName, type Kept, type Place } from '../kept.ts';
import type { EditorLabels } from '../labels.ts';
import { AttributesPanel, type AttributesPanelName } from './attributes-panel.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { GalleryPanel, ImagePanel } from './image-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { MakePanel, type PanelRequest } from './make-panel.tsx';
import { TablePanel } from './table-panel.tsx';

interface PanelsProps {
  editor: Editor;
  labels: EditorLabels;
  locale: Locale;
  images: ImagePicker;
  /** Whether somebody is in this text. */
  entered: boolean;
  request: PanelRequest | null;
  onRequest: (request: PanelRequest | null) => void;
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

/**
 * What can be changed about the place of the cursor: the link, or the innermost block that has fields. A panel with
 * a text that its block can't take stays until that is mended, wherever the cursor goes.
 */
export function Panels({ editor, labels, locale, images, entered, request, onRequest }: PanelsProps) {
  const { here, kept } = useEditorState({
    editor,
    selector: ({ editor: own }) => ({ here: placeHere(own), kept: keptIn(own.state) }),
    equalityFn: (a, b) =>
      a.kept === b?.kept && a.here?.node === b?.here?.node && a.here?.pos === b?.here?.pos,
  });
  const current = entered && !request ? here : null;
  const places: Kept[] = kept.filter(({ pos }) => pos !== current?.pos);
  if (current) places.push({ ...current, texts: kept.find(({ pos }) => pos === current.pos)?.texts ?? {} });
  if (!request && !places.length) return null;

  return (
    <div className="g-panels">
      {places.map((place) => (
        // Another block is another form: nothing half-typed moves over.
        <FieldPlace key={placeName(place)} part={placeName(place)}>
          <KeptContext
            value={{ texts: place.texts, keep: (name, text) => keep(editor.view, place, name, text) }}
          >
            <PanelOf {...{ editor, labels, locale, images, place }} />
          </KeptContext>
        </FieldPlace>
      ))}
      {request && (
        <MakePanel
          key={request.make}
          editor={editor}
          labels={labels}
          request={request}
          onType={onRequest}
          onDone={() => onRequest(null)}
        />
      )}
    </div>
  );
}

function placeHere(editor: Editor): Place | null {
  const { state, schema } = editor;
  const { $from } = state.selection;
  if (editor.isActive('link') && schema.marks.link) {
    const pos = getMarkRange($from, schema.marks.link)?.from ?? $from.pos;
    const node = state.doc.nodeAt(pos);
    if (node) return { what: 'link', pos, node };
  }
  const block = blockAround(state, ...withPanel);
  return block ? { ...block, what: block.node.type.name } : null;
}

type PanelOfProps = Pick<PanelsProps, 'editor' | 'labels' | 'locale' | 'images'> & { place: Place };

function PanelOf({ place, ...tools }: PanelOfProps) {
  const { what, pos, node } = place;
  const props = { ...tools, block: { pos, node } };
  if (what === 'link') {
    const href: unknown = node.marks.find(({ type }) => type.name === 'link')?.attrs.href;
    return <LinkPanel editor={tools.editor} labels={tools.labels} pos={pos} href={String(href)} />;
  }
  if (what === 'image') return <ImagePanel {...props} />;
  if (what === 'gallery') return <GalleryPanel {...props} />;
  if (what === 'table') return <TablePanel {...props} />;
  if (what === 'columns') return <ColumnsPanel {...props} />;
  return <AttributesPanel type={what as AttributesPanelName} {...props} />;
}
