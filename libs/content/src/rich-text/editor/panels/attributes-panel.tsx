import { Button, type SelectOption } from '@gonggo/ui';
import { calloutTones } from '../../blocks/callout.tsx';
import { codeLanguages } from '../../blocks/code-block.tsx';
import { blockOf } from '../../registry.ts';
import { placeNow, setAttributes } from '../boxes.ts';
import { labelOf, type EditorLabels } from '../labels.ts';
import { AttributeField } from './attribute-field.tsx';
import { BlockPanel, type BlockPanelProps } from './block-panel.tsx';

interface Attributes {
  unwraps?: boolean;
  /** The attributes. */
  fields: readonly string[];
}

/** Blocks whose panel is a field for each attribute. */
const panels = {
  callout: { unwraps: true, fields: ['emoji', 'tone'] },
  codeBlock: { fields: ['language'] },
  sticker: { fields: ['alt'] },
  linkCard: { fields: ['url', 'title', 'description', 'siteName'] },
  embed: { fields: ['title'] },
  button: { fields: ['label', 'url'] },
  details: { unwraps: true, fields: [] },
  horizontalRule: { fields: [] },
} satisfies Record<string, Attributes>;

export type AttributesPanelName = keyof typeof panels;

export function AttributesPanel({ type, ...props }: BlockPanelProps & { type: AttributesPanelName }) {
  const { editor, labels, block, images } = props;
  const { unwraps = false, fields }: Attributes = panels[type];
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
      name={labelOf(labels, type)}
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
      {fields.map((attribute) => {
        const rule = attributes[attribute];
        const options = optionsOf(type, attribute, block.node.attrs[attribute], labels);
        return (
          rule && (
            <AttributeField
              key={attribute}
              rule={rule}
              name={attribute}
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
