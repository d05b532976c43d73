import { Button, Field, TextInput } from '@gonggo/ui';
import type { Editor } from '@tiptap/react';
import { drop, type Held } from '../held.ts';
import { labelOf, type EditorLabels } from '../labels.ts';

/** Texts whose block the text doesn't have any more: to be copied to where they belong now, or given up. */
export function LostPanel({ editor, labels, lost }: { editor: Editor; labels: EditorLabels; lost: Held }) {
  const name = labelOf(labels, lost.what);
  return (
    <section className="g-panel" aria-label={name}>
      <h3 className="g-panel-name">{name}</h3>
      <div className="g-panel-fields">
        {Object.entries(lost.texts).map(([attribute, text]) => (
          <Field key={attribute} label={labelOf(labels, attribute)} error={labels.placeLost}>
            <TextInput readOnly value={text} />
          </Field>
        ))}
      </div>
      <div className="g-panel-actions">
        <Button size="small" look="quiet" onClick={() => drop(editor.view, lost)}>
          {labels.giveUp}
        </Button>
      </div>
    </section>
  );
}
