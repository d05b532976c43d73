import { useEffect, useState } from 'react';
import type { ImagePicker } from '../../image-picker.ts';

const there = new Map<(note: string) => void, ImagePicker>();

/** The note below a text. Once the text itself is gone, others with the same pictures show what it has to say. */
export function useNote(images: ImagePicker): [string, (note: string) => void] {
  const [note, setNote] = useState('');
  useEffect(() => {
    there.set(setNote, images);
    return () => void there.delete(setNote);
  }, [images]);
  const tell = (words: string) => {
    const others = [...there].flatMap(([show, its]) => (its === images ? [show] : []));
    for (const show of there.has(setNote) ? [setNote] : others) show(words);
  };
  return [note, tell];
}
