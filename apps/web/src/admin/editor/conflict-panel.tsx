import { Button, Notice } from '@gonggo/ui';
import { Copy } from 'lucide-react';
import { useId } from 'react';
import { momentText } from '../session/dates.ts';
import { useCopy } from '../shell/copy-box.tsx';
import { useWords } from '../words/use-words.ts';
import { textOf, type CompareLine } from './compare.ts';
import { ComparePicture } from './compare-picture.tsx';
import { diffLines, type DiffLine } from './text-diff.ts';

export interface ConflictPanelProps {
  title?: string;
  text?: string;
  mine: CompareLine[];
  theirs: CompareLine[];
  by: string | null;
  at: string | null;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two texts of the same thing, side by side, and a choice. Nothing is lost before it, and nothing by it. */
export function ConflictPanel({
  title,
  text,
  mine,
  theirs,
  by,
  at,
  onKeepMine,
  onTakeTheirs,
}: ConflictPanelProps) {
  const words = useWords();
  const { conflict } = words;
  const copy = useCopy();
  const lines = diffLines(mine, theirs);
  const sameWords = [...lines.mine, ...lines.theirs].every(({ own }) => !own);
  return (
    <section className="a-conflict" aria-label={title ?? conflict.title}>
      <Notice tone="warn" role="alert" title={title ?? conflict.title}>
        <p>{text ?? conflict.text}</p>
        {sameWords && <p>{conflict.sameWords}</p>}
        {at && (
          <p className="a-quiet">
            {by ? conflict.who(by, momentText(at, words.language)) : momentText(at, words.language)}
          </p>
        )}
      </Notice>
      <div className="a-conflict-texts">
        <Side title={conflict.mine} lines={lines.mine} empty={conflict.empty} />
        <Side title={conflict.theirs} lines={lines.theirs} empty={conflict.empty} />
      </div>
      <div className="a-actions">
        <Button look="strong" onClick={onKeepMine}>
          {conflict.keepMine}
        </Button>
        <Button onClick={onTakeTheirs}>{conflict.takeTheirs}</Button>
        <Button look="quiet" icon={<Copy />} onClick={() => void copy(textOf(mine))}>
          {conflict.copyMine}
        </Button>
      </div>
    </section>
  );
}

function Side({ title, lines, empty }: { title: string; lines: DiffLine[]; empty: string }) {
  const id = useId();
  return (
    <section className="a-conflict-side" aria-labelledby={id} tabIndex={0}>
      <h4 id={id}>{title}</h4>
      {lines.length === 0 && <p className="a-quiet">{empty}</p>}
      {lines.map(({ text, imageId, own }, index) => (
        <p key={index}>
          {imageId && <ComparePicture id={imageId} />}
          {own ? <mark>{text}</mark> : text}
        </p>
      ))}
    </section>
  );
}
