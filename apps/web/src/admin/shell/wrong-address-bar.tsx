import { useSyncExternalStore } from 'react';
import { properAddress } from '../session/installation.ts';
import { useWords } from '../words/use-words.ts';

const subscribe = () => () => undefined;

/** Says before anything is written that changes are taken at another address only, and leads there. */
export function WrongAddressBar() {
  const { common } = useWords();
  const proper = useSyncExternalStore(
    subscribe,
    () => properAddress(window.location.href),
    () => null,
  );
  if (proper === null) return null;
  return (
    <div role="alert" className="a-offline">
      <a href={proper}>{common.wrongOrigin(new URL(proper).origin)}</a>
    </div>
  );
}
