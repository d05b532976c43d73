import { Button, type SelectOption } from '@gonggo/ui';
import { calloutTones } from '../../blocks/callout.tsx';
import { codeLanguages } from '../../blocks/code-block.tsx';
import { blockOf } from '../../registry.ts';
import { placeNow, setAttributes } from '../boxes.ts';
import type { EditorLabels } from '../labels.ts';
import { AttributeField } from './attribute-field.tsx';
import { BlockPanel, type BlockPanelProps } from './block-panel.tsx';

type Label = {
  [Key in keyof EditorLabels]: EditorLabels[Key] extends string ? Key : never;
}[keyof EditorLabels];

interface Attributes {
  name: Label;
  unwraps?: boolean;
  /** Attribute → the name of its field. */
  fields: Record<string, Label>;
}

/** Blocks whose panel is a field for each attribute. */
const panels = {
  callout: { name: 'callout', unwraps: true, fields: { emoji: 'emoji', tone: 'tone' } },
  codeBlock: { name: 'codeBlock', fields: { language: 'language' } },
  sticker: { name: 'sticker', fields: { alt: 'alt' } },
  linkCard: {
    name: 'linkCard',
    fields: { url: 'address', title: 'title', description: 'description', siteName: 'siteName' },
  },
  embed: { name: 'embed', fields: { title: 'title' } },
  button: { name: 'button', fields: { label: 'label', url: 'address' } },
  details: { name: 'details', unwraps: true, fields: {} },
  horizontalRule: { name: 'horizontalRule', fields: {} },
} satisfies Record<string, Attributes>;

export type AttributesPanelName = keyof typeof panels;

export function AttributesPanel({ type, ...props }: BlockPanelProps & { type: AttributesPanelName }) {
  const { editor, labels, block, images } = props;
  const { name, unwraps = false, fields }: Attributes = panels[type];
  const { attributes } = blockOf(type);
  const set = (changed: Record<string, unknown>) => setAttributes(editor, block.pos, changed);
  const withImage = type === 'linkCard' || type === 'sticker';
  const pick = async () => {
    const picked = await images.pick();
    const at = placeNow(editor, block);
    if (!picked || at === null) return;
    const { imageId, alt } = picked;
    setAttributes(editor, at, type === 'sticker' ? { imageId, alt } : { imageId });
  };

  return (
    <BlockPanel
      editor={editor}
      labels={labels}
      block={block}
      name={labels[name]}
      unwraps={unwraps}
      actions={
        withImage && (
          <>
            <Button size="small" look="quiet" onClick={() => void pick()}>
              {block.node.attrs.imageId ? labels.replaceImage : labels.chooseImage}
            </Button>
            {type === 'linkCard' && block.node.attrs.imageId !== null && (
              <Button size="small" look="quiet" onClick={() => set({ imageId: null })}>
                {labels.removeImage}
              </Button>
            )}
          </>
        )
      }
    >
      {Object.entries(fields).map(([attribute, label]) => {
        const rule = attributes[attribute];
        const options = optionsOf(type, attribute, block.node.attrs[attribute], labels);
        return (
          rule && (
            <AttributeField
              key={attribute}
              rule={rule}
              label={labels[label]}
              labels={labels}
              value={block.node.attrs[attribute]}
              onChange={(value) => set({ [attribute]: value })}
              {...(options ? { options } : {})}
            />
          )
        );
      })}
    </BlockPanel>
  );
}

function optionsOf(
  type: AttributesPanelName,
  attribute: string,
  value: unknown,
  labels: EditorLabels,
): SelectOption[] | null {
  if (type === 'callout' && attribute === 'tone') {
    return calloutTones.map((tone) => ({ value: tone, label: labels.tones[tone] }));
  }
  if (type !== 'codeBlock') return null;
  const known: string[] = [...codeLanguages];
  const own = String(value);
  return [
    { value: '', label: labels.plainText },
    ...[...known, ...(own && !known.includes(own) ? [own] : [])].map((language) => ({
      value: language,
      label: language,
    })),
  ];
}
