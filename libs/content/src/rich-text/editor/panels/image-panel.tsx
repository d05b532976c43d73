import { Button } from '@gonggo/ui';
import { licences } from '../../../document.ts';
import { licenceLabel } from '../../../labels.ts';
import { image } from '../../blocks/image.tsx';
import { placeNow, setAttributes } from '../boxes.ts';
import { imageAttributes } from '../uploads.ts';
import { AttributeField } from './attribute-field.tsx';
import { BlockPanel, type BlockPanelProps } from './block-panel.tsx';

type Name = 'alt' | 'caption' | 'credit' | 'creditUrl' | 'licence' | 'decorative';

/** The words of a picture where it is used here: the library keeps its own. */
export function ImagePanel({ editor, labels, locale, images, block }: BlockPanelProps) {
  const { node, pos } = block;
  const set = (changed: Record<string, unknown>) => setAttributes(editor, pos, changed);
  const decorative = node.attrs.decorative === true;
  const field = (name: Name, extra: Partial<Parameters<typeof AttributeField>[0]> = {}) => {
    const rule = image.attributes[name];
    return (
      rule && (
        <AttributeField
          key={name}
          rule={rule}
          name={name}
          labels={labels}
          value={node.attrs[name]}
          onChange={(value) => set({ [name]: value })}
          {...extra}
        />
      )
    );
  };
  /** Another picture, with words of its own; the caption belongs to this place. */
  const replace = async () => {
    const picked = await images.pick();
    const at = placeNow(editor, block);
    if (!picked || at === null) return;
    const { caption: _, ...words } = imageAttributes(picked);
    setAttributes(editor, at, words);
  };
  const inGallery = editor.state.doc.resolve(pos).parent.type.name === 'gallery';

  return (
    <BlockPanel
      editor={editor}
      labels={labels}
      block={block}
      name={labels.image}
      actions={
        <>
          <Button size="small" look="quiet" onClick={() => void replace()}>
            {labels.replaceImage}
          </Button>
          {inGallery && <AddImage {...{ editor, labels, images, block }} />}
        </>
      }
    >
      {field('alt', { hint: labels.altHint, disabled: decorative })}
      {field('decorative', {
        onChange: (value) => set(value === true ? { decorative: true, alt: '' } : { decorative: false }),
      })}
      {field('caption')}
      {field('credit')}
      {field('creditUrl')}
      {field('licence', {
        options: licences.map((value) => ({ value, label: licenceLabel(value, locale) })),
      })}
    </BlockPanel>
  );
}

/** Adds another picture to a gallery: behind this one, or at the end of the gallery itself. */
export function AddImage({
  editor,
  labels,
  images,
  block,
}: Pick<BlockPanelProps, 'editor' | 'labels' | 'images' | 'block'>) {
  const add = async () => {
    const picked = await images.pick();
    const made = picked && editor.schema.nodes.image?.create(imageAttributes(picked));
    const at = placeNow(editor, block);
    const size = at === null ? 0 : (editor.state.doc.nodeAt(at)?.nodeSize ?? 0);
    const inside = block.node.type.name === 'gallery' ? 1 : 0;
    if (made && at !== null) editor.view.dispatch(editor.state.tr.insert(at + size - inside, made));
  };
  return (
    <Button size="small" look="quiet" onClick={() => void add()}>
      {labels.addImage}
    </Button>
  );
}

export function GalleryPanel({ editor, labels, images, block }: BlockPanelProps) {
  return (
    <BlockPanel
      editor={editor}
      labels={labels}
      block={block}
      name={labels.gallery}
      actions={<AddImage {...{ editor, labels, images, block }} />}
    />
  );
}
