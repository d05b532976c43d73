import type { ImageInfo } from '@gonggo/content';
import type { Image } from '@gonggo/contract';
import { Button, Fieldset } from '@gonggo/ui';
import { useQuery } from '@tanstack/react-query';
import { ImagePlus } from 'lucide-react';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { infoOf } from './picked.ts';
import { usePick } from './picker.tsx';
import { Thumb } from './thumb.tsx';

export interface ImageChoiceProps {
  label: string;
  chooseLabel: string;
  removeLabel: string;
  value: string | null;
  onChange: (image: Image | null) => void;
  disabled?: boolean;
  round?: boolean;
  /** What is known about the image already; otherwise it is asked for. */
  info?: ImageInfo | null;
}

/** One image of the library, or none. */
export function ImageChoice({
  label,
  chooseLabel,
  removeLabel,
  value,
  onChange,
  disabled,
  round,
  info,
}: ImageChoiceProps) {
  const pick = usePick();
  const known = useImageInfo(value, info);
  async function choose() {
    const image = await pick();
    if (image) onChange(image);
  }
  return (
    <Fieldset legend={label}>
      <div className="a-choice">
        {value && <Thumb info={known} alt="" className={round ? 'a-thumb-round' : 'a-thumb-choice'} />}
        <div className="a-actions">
          <Button icon={<ImagePlus />} disabled={disabled} onClick={() => void choose()}>
            {chooseLabel}
          </Button>
          {value && (
            <Button look="quiet" disabled={disabled} onClick={() => onChange(null)}>
              {removeLabel}
            </Button>
          )}
        </div>
      </div>
    </Fieldset>
  );
}

/** Shape and files of an image, asked for when they are not at hand. */
export function useImageInfo(id: string | null, given?: ImageInfo | null): ImageInfo | null {
  const { data } = useQuery({
    queryKey: keys.image(id ?? ''),
    queryFn: () => client.images.get(id ?? ''),
    enabled: id !== null && !given,
    staleTime: 60_000,
  });
  return given ?? (data ? infoOf(data) : null);
}
