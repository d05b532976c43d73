import { getMarkRange } from '@tiptap/core';
import { useEditorState, type Editor } from '@tiptap/react';
import type { Locale } from '../../../document.ts';
import type { ImagePicker } from '../../../image-picker.ts';
import { HoldAll } from '../../../sections/editor/held-texts.tsx';
import type { BlockName } from '../../registry.ts';
import { blockAround } from '../boxes.ts';
import { HeldContext, heldIn, hold, textsOf, type Place } from '../held.ts';
import type { EditorLabels } from '../labels.ts';
import { AttributesPanel, type AttributesPanelName } from './attributes-panel.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { GalleryPanel, ImagePanel } from './image-panel.tsx';
import { LinkPanel } from './link-panel.tsx';
import { LostPanel } from './lost-panel.tsx';
import { MakePanel, typedIn, type Making } from './make-panel.tsx';
import { TablePanel } from './table-panel.tsx';

interface PanelsProps {
  editor: Editor;
  labels: EditorLabels;
  locale: Locale;
  images: ImagePicker;
  /** Whether somebody is in this text. */
  entered: boolean;
  disabled: boolean;
  making: Making | null;
  onMaking: (making: Making | null) => void;
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
export function Panels({ editor, labels, locale, images, entered, disabled, making, onMaking }: PanelsProps) {
  const { here, held } = useEditorState({
    editor,
    selector: ({ editor: own }) => ({ here: placeHere(own), held: heldIn(own.state) }),
    equalityFn: (a, b) =>
      a.held === b?.held && a.here?.node === b?.here?.node && a.here?.pos === b?.here?.pos,
  });
  const current = entered && !disabled && !making ? here : null;
  const lost = held.filter(({ node }) => !node);
  const places = held.flatMap(({ node, ...one }) =>
    node && one.pos !== current?.pos ? { ...one, node } : [],
  );
  const all = current
    ? [
        ...places,
        { ...current, texts: held.find(({ node, pos }) => node && pos === current.pos)?.texts ?? {} },
      ]
    : places;
  return (
    <>
      <HoldAll texts={{ ...textsOf(held), ...typedIn(making) }} />
      {(making ?? all[0] ?? lost[0]) && (
        <fieldset className="g-panels" disabled={disabled}>
          {all.map(({ texts, ...place }) => (
            // Another block is another form: nothing half-typed moves over.
            <HeldContext
              key={`${place.what}@${place.pos}`}
              value={{ texts, hold: (name, text) => hold(editor.view, place, name, text) }}
            >
              <PanelOf {...{ editor, labels, locale, images, place }} />
            </HeldContext>
          ))}
          {lost.map((one, index) => (
            <LostPanel key={index} {...{ editor, labels }} lost={one} />
          ))}
          {making && (
            <MakePanel
              key={making.make}
              {...{ editor, labels, making }}
              onType={onMaking}
              onDone={() => onMaking(null)}
            />
          )}
        </fieldset>
      )}
    </>
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
