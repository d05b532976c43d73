import { Button } from '@gonggo/ui';
import { licences } from '../../../document.ts';
import { licenceLabel } from '../../../labels.ts';
import { image } from '../../blocks/image.tsx';
import { setAttributes, type Around } from '../boxes.ts';
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
          label={labels[name]}
          labels={labels}
          value={node.attrs[name]}
          onChange={(value) => set({ [name]: value })}
          {...extra}
        />
      )
    );
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
          <Button
            size="small"
            look="quiet"
            onClick={() => images.pick().then((picked) => picked && set(imageAttributes(picked)))}
          >
            {labels.replaceImage}
          </Button>
          {inGallery && <AddImage editor={editor} labels={labels} images={images} at={pos + node.nodeSize} />}
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

/** Adds another picture to a gallery, at this position. */
export function AddImage({
  editor,
  labels,
  images,
  at,
}: Pick<BlockPanelProps, 'editor' | 'labels' | 'images'> & { at: number }) {
  const add = async () => {
    const picked = await images.pick();
    const made = picked && editor.schema.nodes.image?.create(imageAttributes(picked));
    if (made) editor.view.dispatch(editor.state.tr.insert(Math.min(at, editor.state.doc.content.size), made));
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
      actions={<AddImage editor={editor} labels={labels} images={images} at={endOf(block)} />}
    />
  );
}

const endOf = ({ node, pos }: Around) => pos + node.nodeSize - 1;
