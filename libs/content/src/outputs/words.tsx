import { Fragment } from 'react';

/** Words with their line breaks, as one paragraph; nothing where there are none. */
export function Words({ words, className }: { words: string; className?: string }) {
  if (!words.trim()) return null;
  return (
    <p className={className}>
      <Lines words={words} />
    </p>
  );
}

/** Words with their line breaks, inside of something else. */
export function Lines({ words }: { words: string }) {
  return words.split('\n').map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}
