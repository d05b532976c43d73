import type { Image } from '@gonggo/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { keys } from '../session/queries.ts';
import { uploadImage } from './upload.ts';
import { newId } from '../session/new-id.ts';

export interface Upload {
  id: string;
  name: string;
  /** From 0 to 1. */
  share: number;
  error: unknown;
}

/** Uploads files one after the other and says how far each is. Failed ones stay until they are dismissed. */
export function useUploads(onUploaded?: (image: Image) => void) {
  const queries = useQueryClient();
  const [uploads, setUploads] = useState<Upload[]>([]);

  const patch = (id: string, change: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...change } : one)));
  const dismiss = (id: string) => setUploads((all) => all.filter((one) => one.id !== id));

  async function start(files: Iterable<File>) {
    const batch = [...files].map((file) => ({ file, id: newId() }));
    setUploads((all) => [
      ...all,
      ...batch.map(({ file, id }) => ({ id, name: file.name, share: 0, error: null })),
    ]);
    for (const { file, id } of batch) {
      try {
        const image = await uploadImage(file, (share) => patch(id, { share }));
        dismiss(id);
        onUploaded?.(image);
        void queries.invalidateQueries({ queryKey: keys.images });
      } catch (error) {
        patch(id, { error });
      }
    }
  }

  return { uploads, start, dismiss };
}
