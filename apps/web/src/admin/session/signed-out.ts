/** Whether the API has told us that the session is over, while the admin is open. */
let value = false;
const listeners = new Set<() => void>();

export const signedOut = {
  get: () => value,
  set(next: boolean) {
    if (next === value) return;
    value = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
