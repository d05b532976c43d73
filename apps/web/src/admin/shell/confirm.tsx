import { Button, Dialog, Notice, type ButtonLook } from '@gonggo/ui';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemText } from '../session/problem-text.ts';
import { useWords } from '../words/use-words.ts';

export interface ConfirmProps<Result> {
  open: boolean;
  onClose: () => void;
  title: string;
  text: string;
  /** The verb on the button. */
  verb: string;
  look?: ButtonLook;
  work: () => Promise<Result>;
  onDone?: (result: Result) => void;
  /** Words for problems that the general ones don't fit; undefined = the general ones. */
  explain?: (error: unknown) => string | undefined;
  children?: ReactNode;
}

/** Asks before something that can't be undone, does it, and says on the spot when it fails. */
export function Confirm<Result>({
  open,
  onClose,
  title,
  text,
  verb,
  look = 'danger',
  work,
  onDone,
  explain,
  children,
}: ConfirmProps<Result>) {
  const words = useWords();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: work,
    onSuccess: (result) => {
      onDone?.(result);
      close();
    },
  });
  function close() {
    reset();
    onClose();
  }
  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      description={text}
      closeLabel={words.common.close}
      size="small"
      footer={
        <>
          <Button onClick={close}>{words.common.cancel}</Button>
          <Button look={look} busy={isPending} onClick={() => mutate()}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
      {error && (
        <Notice tone="danger" role="alert">
          {explain?.(error) ?? problemText(error, words)}
        </Notice>
      )}
    </Dialog>
  );
}
