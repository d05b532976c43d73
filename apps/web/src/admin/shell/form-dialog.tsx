import { Button, Dialog, Notice, type DialogProps } from '@gonggo/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { problemText } from '../session/problem-text.ts';
import { useWords } from '../words/use-words.ts';

interface FormDialogProps extends Pick<DialogProps, 'size'> {
  title: string;
  onClose: () => void;
  /** Something is typed or chosen: neither a press beside the dialog nor Escape throws it away. */
  typed: boolean;
  /** The verb on the button. */
  verb: string;
  /** Everything that is needed is there. */
  ready: boolean;
  work: { mutate: () => void; isPending: boolean; error: unknown };
  /** Whether a field says what is wrong already. */
  saidByField?: boolean;
  /** The fields; `tried` once somebody wanted to go on, so that what is missing may be named. */
  children: (tried: boolean) => ReactNode;
}

/** A short form over the page: fields, why it failed, cancel and go. */
export function FormDialog({
  title,
  onClose,
  typed,
  verb,
  ready,
  work,
  saidByField = false,
  size,
  children,
}: FormDialogProps) {
  const words = useWords();
  const [tried, setTried] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (ready && !work.isPending) work.mutate();
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={words.common.close}
      stay={typed}
      {...(size && { size })}
    >
      <form className="a-form" onSubmit={submit} noValidate>
        {children(tried)}
        {work.error !== null && !saidByField && (
          <Notice tone="danger" role="alert">
            <p>{problemText(work.error, words)}</p>
          </Notice>
        )}
        <div className="a-actions a-end">
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" look="strong" busy={work.isPending}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ShownOnceProps {
  title: string;
  text: string;
  onClose: () => void;
  children: ReactNode;
}

/** A secret that is shown this once: it stays until somebody says that they have it. */
export function ShownOnce({ title, text, onClose, children }: ShownOnceProps) {
  const { common } = useWords();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={text}
      closeLabel={common.close}
      size="small"
      stay
      footer={
        <Button look="strong" onClick={onClose}>
          {common.done}
        </Button>
      }
    >
      {children}
    </Dialog>
  );
}
