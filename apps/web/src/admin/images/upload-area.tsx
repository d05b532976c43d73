import { Button, classNames, IconButton, Notice } from '@gonggo/ui';
import { ImageUp, X } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { isProblem, problemText } from '../session/problem-text.ts';
import type { Words } from '../words/ko.ts';
import { useWords } from '../words/use-words.ts';
import { UploadStalled } from './upload.ts';
import type { Upload } from './use-uploads.ts';

/** The button that takes files. */
export function UploadButton({
  onFiles,
  look = 'plain',
}: {
  onFiles: (files: File[]) => void;
  look?: 'plain' | 'strong';
}) {
  const { images } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look={look} icon={<ImageUp />} onClick={() => input.current?.click()}>
        {images.upload}
      </Button>
      <input
        ref={input}
        type="file"
        className="u-hidden"
        accept="image/jpeg,image/png,image/webp,image/gif"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = ''; // the same file may be chosen again
        }}
      />
    </>
  );
}

/** Takes dropped files anywhere on `children`. */
export function DropArea({
  onFiles,
  disabled,
  children,
}: {
  onFiles: (files: File[]) => void;
  disabled?: boolean;
  children: ReactNode;
}) {
  const { images } = useWords();
  const [over, setOver] = useState(false);
  if (disabled) return children;
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    <div
      className={classNames('a-drop', over && 'a-drop-over')}
      data-hint={images.drop}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) =>
        !event.currentTarget.contains(event.relatedTarget as Node | null) && setOver(false)
      }
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}

/** How far each upload is, and why one failed. */
export function UploadProgress({
  uploads,
  onDismiss,
}: {
  uploads: Upload[];
  onDismiss: (id: string) => void;
}) {
  const words = useWords();
  return (
    <ul className="a-uploads" aria-live="polite">
      {uploads.map(({ id, name, share, error }) => (
        <li key={id}>
          {error ? (
            <Notice
              tone="danger"
              title={words.images.failed(name)}
              actions={<IconButton label={words.common.close} icon={<X />} onClick={() => onDismiss(id)} />}
            >
              <p>{uploadProblem(error, words)}</p>
            </Notice>
          ) : (
            <label className="a-upload">
              <span>{words.images.uploading(name)}</span>
              <progress max={1} value={share} />
            </label>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Why an upload was refused, in the person's language. */
export function uploadProblem(error: unknown, words: Words): string {
  if (isProblem(error, 'unsupported-media-type') || isProblem(error, 'bad-request'))
    return words.images.badType;
  if (isProblem(error, 'too-large')) return words.images.tooLarge;
  if (error instanceof UploadStalled) return words.images.stalled;
  return problemText(error, words);
}
