import { Button, Fieldset } from '@gonggo/ui';
import { ImagePlus } from 'lucide-react';
import { useState } from 'react';
import type { Locale } from '../../document.ts';
import type { ImagePicker, PickedImage } from '../../image-picker.ts';
import { plainSource } from '../../outputs/context.ts';
import { useLatest } from './use-latest.ts';
import { formWords } from './words.ts';

interface PictureFieldProps {
  label: string;
  imageId: string | null;
  /** null = taken out. */
  onChange: (picked: PickedImage | null) => void;
  images: ImagePicker;
  locale: Locale;
  disabled: boolean;
  /** Whether there may be none. */
  optional?: boolean;
}

/** The picture that was chosen, and buttons to choose another or none. */
export function PictureField({
  label,
  imageId,
  onChange,
  images,
  locale,
  disabled,
  optional = false,
}: PictureFieldProps) {
  const words = formWords(locale);
  const tell = useLatest(onChange);
  const [failed, setFailed] = useState(false);
  const info = imageId ? images.info(imageId) : null;
  const source = info && plainSource(info, 480);

  async function choose() {
    setFailed(false);
    try {
      const picked = await images.pick();
      if (picked) tell.current(picked);
    } catch {
      setFailed(true);
    }
  }
  return (
    <Fieldset legend={label} error={failed && words.pictureFailed} className="s-picture">
      {source && (
        <img className="s-thumb" src={source.url} width={source.width} height={source.height} alt="" />
      )}
      <div className="s-row">
        <Button size="small" icon={<ImagePlus />} disabled={disabled} onClick={() => void choose()}>
          {imageId ? words.changePicture : words.choosePicture}
        </Button>
        {optional && imageId && (
          <Button size="small" look="quiet" disabled={disabled} onClick={() => onChange(null)}>
            {words.removePicture}
          </Button>
        )}
      </div>
    </Fieldset>
  );
}
