import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { Confirm } from './confirm.tsx';

/** Asks before a link, a reload or a closed tab takes away what was typed in a form that is saved by its button. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }) {
  const { common } = useWords();
  const router = useRouter();
  const [target, setTarget] = useState<string>();
  useEffect(() => {
    if (!unsaved) return;
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    const follow = (event: MouseEvent) => {
      const path = pathOf(event);
      if (path === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(path);
    };
    window.addEventListener('beforeunload', unload);
    // Before React, which would already lead there.
    window.addEventListener('click', follow, true);
    return () => {
      window.removeEventListener('beforeunload', unload);
      window.removeEventListener('click', follow, true);
    };
  }, [unsaved]);
  return (
    <Confirm
      open={target !== undefined}
      onClose={() => setTarget(undefined)}
      title={common.leaveTitle}
      text={common.leaveText}
      verb={common.leave}
      work={() => Promise.resolve(target && router.push(target))}
    />
  );
}

/** Where in the admin a click leads in this tab; undefined = nowhere else, or past us: the browser asks then. */
function pathOf({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): string | undefined {
  const link = target instanceof Element ? target.closest('a') : null;
  if (!link?.href || link.target || button !== 0 || metaKey || ctrlKey || shiftKey || altKey)
    return undefined;
  const { origin, pathname, search, hash } = new URL(link.href);
  if (origin !== window.location.origin || !/^\/admin(\/|$)/.test(pathname)) return undefined;
  return pathname === window.location.pathname ? undefined : `${pathname}${search}${hash}`;
}
