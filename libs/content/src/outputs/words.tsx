import { Fragment } from 'react';

/** Words with their line breaks, as one paragraph; nothing where there are none. */
export function Words({ words, className }: { words: string; className?: string }) {
  if (!words.trim()) return null;
  return (
    <p className={className}>
      {words.split('\n').map((line, index) => (
        <Fragment key={index}>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </p>
  );
}
