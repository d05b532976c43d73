import { useLayoutEffect, useRef, type RefObject } from 'react';

/** What was given last: for work that ends later, when others may have changed what it began with. */
export function useLatest<Value>(value: Value): Readonly<RefObject<Value>> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
