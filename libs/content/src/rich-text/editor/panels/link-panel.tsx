import { Button } from '@gonggo/ui';
import type { Editor } from '@tiptap/react';
import { marks } from '../../registry.ts';
import type { EditorLabels } from '../labels.ts';
import { AttributeField } from './attribute-field.tsx';

interface LinkPanelProps {
  editor: Editor;
  labels: EditorLabels;
  /** Where it begins in the text. */
  pos: number;
  href: string;
}

/** A link in the text: where it leads. */
export function LinkPanel({ editor, labels, pos, href }: LinkPanelProps) {
  const rule = marks.link.attributes.href;
  const relink = (to: unknown) => {
    const { from, to: end } = editor.state.selection;
    editor
      .chain()
      .setTextSelection(pos + 1)
      .extendMarkRange('link')
      .setLink({ href: String(to) })
      .setTextSelection({ from, to: end })
      .run();
  };
  return (
    <section className="g-panel" aria-label={labels.link}>
      <h3 className="g-panel-name">{labels.link}</h3>
      <div className="g-panel-fields">
        {rule && (
          <AttributeField
            rule={rule}
            name="href"
            hint={labels.linkHint}
            labels={labels}
            value={href}
            onChange={relink}
          />
        )}
      </div>
      <div className="g-panel-actions">
        <Button
          size="small"
          look="quiet"
          onClick={() =>
            editor
              .chain()
              .setTextSelection(pos + 1)
              .extendMarkRange('link')
              .unsetLink()
              .focus()
              .run()
          }
        >
          {labels.unlink}
        </Button>
      </div>
    </section>
  );
}
