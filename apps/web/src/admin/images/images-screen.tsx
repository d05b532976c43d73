'use client';

import type { Image } from '@gonggo/contract';
import { useToast } from '@gonggo/ui';
import { useState } from 'react';
import { mayDo, useMe } from '../session/me.ts';
import { Screen } from '../shell/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { ImageDialog } from './image-dialog.tsx';
import { Library } from './library.tsx';
import { DropArea, UploadButton, UploadProgress } from './upload-area.tsx';
import { useUploads } from './use-uploads.ts';

/** The image library. */
export function ImagesScreen() {
  const { images } = useWords();
  const toast = useToast();
  const mayUpload = mayDo(useMe(), 'images');
  const [chosen, setChosen] = useState<Image | null>(null);
  const { uploads, start, dismiss } = useUploads((image) =>
    toast.show({ text: images.uploaded(image.name) }),
  );
  const begin = (files: File[]) => void start(files);
  return (
    <Screen
      title={images.title}
      lead={images.hint}
      actions={mayUpload && <UploadButton look="strong" onFiles={begin} />}
    >
      <DropArea onFiles={begin} disabled={!mayUpload}>
        <UploadProgress uploads={uploads} onDismiss={dismiss} />
        <Library nameOf={images.edit} onChoose={setChosen} />
      </DropArea>
      {chosen && <ImageDialog image={chosen} onClose={() => setChosen(null)} />}
    </Screen>
  );
}
