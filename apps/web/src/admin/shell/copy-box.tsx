import { Button, TextInput, useToast } from '@gonggo/ui';
import { Copy } from 'lucide-react';
import { useWords } from '../words/use-words.ts';

interface CopyBoxProps {
  label: string;
  value: string;
  /** How people read it, where that differs from what other programs take. */
  shown?: string;
}

/** Something to take along: shown whole, copied with one press. */
export function CopyBox({ label, value, shown = value }: CopyBoxProps) {
  const words = useWords();
  const copy = useCopy();
  return (
    <div className="a-copy">
      <TextInput
        readOnly
        value={shown}
        aria-label={label}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon={<Copy />} onClick={() => void copy(value)}>
        {words.common.copy}
      </Button>
    </div>
  );
}

/** Copies text and says so. */
export function useCopy() {
  const words = useWords();
  const toast = useToast();
  return async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      toast.show({ text: words.common.copied });
    } catch {
      toast.show({ text: words.common.copyFailed, tone: 'danger' });
    }
  };
}
