'use client';

import type { Image } from '@gonggo/contract';
import { Dialog } from '@gonggo/ui';
import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { mayDo, useMe } from '../session/me.ts';
import { useWords } from '../words/use-words.ts';
import { Library } from './library.tsx';
import { DropArea, UploadButton, UploadProgress } from './upload-area.tsx';
import { useUploads } from './use-uploads.ts';

type Pick = () => Promise<Image | null>;

const PickContext = createContext<Pick>(() => Promise.resolve(null));

/** Opens the library over the page; answers the chosen or just uploaded image, or null when it is closed. */
export const usePick = (): Pick => use(PickContext);

/** Makes room for the library dialog. */
export function PickerProvider({ children }: { children: ReactNode }) {
  const [request, setRequest] = useState<{ answer: (image: Image | null) => void } | null>(null);
  const pick = useCallback<Pick>(() => new Promise((answer) => setRequest({ answer })), []);
  const answer = useMemo(
    () => (image: Image | null) => {
      request?.answer(image);
      // An upload may end after its library was closed, and another one opened.
      setRequest((now) => (now === request ? null : now));
    },
    [request],
  );
  return (
    <PickContext value={pick}>
      {children}
      {request && <PickerDialog onAnswer={answer} />}
    </PickContext>
  );
}

function PickerDialog({ onAnswer }: { onAnswer: (image: Image | null) => void }) {
  const words = useWords();
  const mayUpload = mayDo(useMe(), 'images');
  const { uploads, start, dismiss } = useUploads((image) => onAnswer(image));
  const begin = (files: File[]) => void start(files);
  return (
    <Dialog
      open
      onClose={() => onAnswer(null)}
      title={words.images.pickTitle}
      description={words.images.hint}
      closeLabel={words.common.close}
      size="wide"
      stay={uploads.some(({ error }) => error === null)}
      footer={mayUpload && <UploadButton look="strong" onFiles={begin} />}
    >
      <DropArea onFiles={begin} disabled={!mayUpload}>
        <UploadProgress uploads={uploads} onDismiss={dismiss} />
        <Library nameOf={words.images.pick} onChoose={onAnswer} />
      </DropArea>
    </Dialog>
  );
}
