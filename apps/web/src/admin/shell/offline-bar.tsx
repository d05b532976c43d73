import { useSyncExternalStore } from 'react';
import { useWords } from '../words/use-words.ts';

const subscribe = (listener: () => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

export const useOnline = () =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );

/** Says that the network is gone and what that means for what one writes. */
export function OfflineBar() {
  const { shell } = useWords();
  const online = useOnline();
  return (
    <div role="status" className="a-offline" hidden={online}>
      {!online && shell.offline}
    </div>
  );
}
