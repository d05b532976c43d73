import { Button } from '@gonggo/ui';
import type { Editor } from '@tiptap/react';
import type { ReactNode } from 'react';
import type { Locale } from '../../../document.ts';
import type { ImagePicker } from '../../../image-picker.ts';
import { deleteBlock, unwrapBox, type Around } from '../boxes.ts';
import type { EditorLabels } from '../labels.ts';

/** What every panel is given: the block it is about, and the means to change it. */
export interface BlockPanelProps {
  editor: Editor;
  labels: EditorLabels;
  locale: Locale;
  images: ImagePicker;
  block: Around;
}

/** The frame of a panel: its name, its fields, and what can be done with the whole block. */
export function BlockPanel({
  editor,
  labels,
  block,
  name,
  unwraps = false,
  actions,
  children,
}: Pick<BlockPanelProps, 'editor' | 'labels' | 'block'> & {
  name: string;
  /** The block can go and leave its text. */
  unwraps?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className="g-panel" aria-label={name}>
      <h3 className="g-panel-name">{name}</h3>
      {children && <div className="g-panel-fields">{children}</div>}
      <div className="g-panel-actions">
        {actions}
        {unwraps && (
          <Button size="small" look="quiet" onClick={() => unwrapBox(editor, block)}>
            {labels.unwrap}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={() => deleteBlock(editor, block)}>
          {labels.remove}
        </Button>
      </div>
    </section>
  );
}
