import { useQuery } from '@tanstack/react-query';
import { infoOf } from '../images/picked.ts';
import { Thumb } from '../images/thumb.tsx';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { useDraft, useEditor } from './editor-context.ts';

/** A picture of a text that is compared or offered: it may be one this draft has not loaded. */
export function ComparePicture({ id }: { id: string }) {
  const known = useDraft(useEditor().store).images[id];
  const { data } = useQuery({
    queryKey: keys.image(id),
    queryFn: () => client.images.get(id),
    enabled: !known,
  });
  return <Thumb info={known ?? (data ? infoOf(data) : null)} alt="" width={96} className="a-thumb-choice" />;
}
