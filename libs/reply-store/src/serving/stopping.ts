/** What is still running this long after the last moment of accepting is cut: a stop must end. */
export const graceMs = 14_000;

export interface Stop {
  /** How long whoever sends us requests needs to hear that we are not ready, in ms. */
  acceptMs: number;
  /** From now on `ready` answers 503; everything is served still. */
  begin: () => void;
  /** Stops accepting, finishes what is under way, closes everything. */
  end: () => Promise<void>;
  exit?: (code: number) => void;
}

/**
 * The stop of a server process. SIGTERM, from whoever deploys: not ready at once, all served for `acceptMs`, then
 * drained. SIGINT, from a keyboard or a launcher, and a launcher that is gone: the same without the wait. A second signal
 * ends it at once.
 */
export function stopOnSignals(stop: Stop): void {
  const on = stopper(stop);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => on(signal));
  process.on('disconnect', () => on('disconnect'));
}

export function stopper({ acceptMs, begin, end, exit = (code) => process.exit(code) }: Stop) {
  let stopping = false;
  return (why: 'SIGTERM' | 'SIGINT' | 'disconnect'): void => {
    if (stopping) return why === 'disconnect' ? undefined : exit(1);
    stopping = true;
    begin();
    const wait = why === 'SIGTERM' ? acceptMs : 0;
    setTimeout(() => exit(1), wait + graceMs).unref();
    setTimeout(
      () =>
        void end().then(
          () => exit(0),
          () => exit(1),
        ),
      wait,
    );
  };
}
