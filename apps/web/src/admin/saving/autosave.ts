import { ApiProblem, ApiUnreachable } from '@gonggo/contract/client';

/** Something as the server has it: one section, or the facts. */
export interface Stored<Value> {
  value: Value;
  revision: number;
  /** When it was saved; null = as it was loaded. */
  at: string | null;
  /** Who saved it last, where that is known. */
  by: string | null;
}

export type SaveState<Value> =
  | { kind: 'saved'; at: string | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  /** No answer, or a server that can't serve now: kept on this device, tried again by itself. */
  | { kind: 'offline' }
  | { kind: 'signed-out' }
  /** Somebody else saved first. Nothing is sent until a person has decided. */
  | { kind: 'conflict'; theirs: Stored<Value> }
  /** The server will not take this value; the next change is tried again. */
  | { kind: 'refused'; problem: ApiProblem }
  /** It is not there any more: somebody deleted it. */
  | { kind: 'gone' };

export interface Snapshot<Value> {
  value: Value;
  state: SaveState<Value>;
  /** The server's copy that `value` started from. */
  stored: Stored<Value>;
  /** Rises when `value` was replaced from outside, so that editors start afresh; never while somebody types. */
  epoch: number;
}

export interface AutosaveOptions<Value> {
  stored: Stored<Value>;
  /** Sends `value`, which started from `base`. Rejects with ApiProblem or ApiUnreachable. */
  save: (value: Value, base: Stored<Value>, leaving: boolean) => Promise<Stored<Value>>;
  /** Reads the stored copy that a 412 carries. */
  readCurrent: (current: unknown) => Stored<Value>;
  /** Keeps the value on this device until the server has it; null = it does. */
  keep: (copy: { value: Value; revision: number } | null) => void;
  same: (one: Value, other: Value) => boolean;
  /** Both changed: one value out of both, or null when a person has to decide. */
  merge?: (base: Value, mine: Value, theirs: Value) => Value | null;
  /** A copy of this device's with what was typed since `base` over it. Absent = the two can't be one value. */
  typedOver?: (base: Value, typed: Value, copy: Value) => Value;
  delay?: number;
}

/** The server took a part of a value; the rest is refused. `stored` is what it has now. */
export class PartlySaved<Value> extends Error {
  constructor(
    readonly stored: Stored<Value>,
    readonly problem: ApiProblem,
  ) {
    super(problem.message);
  }
}

const firstRetry = 2_000;
const longestRetry = 30_000;

/**
 * Saves one thing by itself, `delay` ms after its last change: one request in flight, the newest value wins, and
 * no answer ever costs what was typed. Knows nothing of React: `subscribe` and `snapshot` are an external store.
 */
export class Autosave<Value> {
  snapshot: Snapshot<Value>;
  private readonly options: Required<Pick<AutosaveOptions<Value>, 'delay'>> & AutosaveOptions<Value>;
  private readonly listeners = new Set<() => void>();
  private inFlight: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private retryAfter = firstRetry;

  constructor(options: AutosaveOptions<Value>) {
    this.options = { delay: 800, ...options };
    const { stored } = options;
    this.snapshot = { value: stored.value, stored, epoch: 0, state: { kind: 'saved', at: stored.at } };
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly getSnapshot = () => this.snapshot;

  /** True while the server lacks something that was typed here. */
  get dirty(): boolean {
    return !this.options.same(this.snapshot.value, this.snapshot.stored.value);
  }

  /** True while something is unsaved here or on its way: then nothing from the server may take its place. */
  get busy(): boolean {
    return this.dirty || this.inFlight !== null;
  }

  /** Takes what was typed. Never answers back: editors own their text while it is typed. */
  change(value: Value) {
    const { state } = this.snapshot;
    this.set({ value });
    if (!this.dirty && !this.inFlight && !this.stopped) {
      clearTimeout(this.timer);
      return this.rest();
    }
    this.options.keep({ value, revision: this.snapshot.stored.revision });
    if (this.stopped || state.kind === 'offline') return;
    if (!this.inFlight) this.set({ state: { kind: 'unsaved' } });
    this.schedule(this.options.delay);
  }

  /** Saves now and answers whether the server has everything. */
  async flush(leaving = false): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.inFlight) await this.inFlight;
    clearTimeout(this.timer);
    if (this.dirty && !this.stopped) await this.attempt(leaving);
    return !this.dirty && this.snapshot.state.kind === 'saved';
  }

  /** Tries again at once: back online, signed in again, or asked to. */
  retry() {
    if (this.stopped || !this.dirty || this.inFlight) return;
    clearTimeout(this.timer);
    void this.attempt(false);
  }

  /** In a conflict: mine (or what became of it), over what they saved. */
  keepMine(mine: Value = this.snapshot.value) {
    const { state, value, epoch } = this.snapshot;
    if (state.kind !== 'conflict') return;
    const replaced = !this.options.same(mine, value);
    this.set({
      value: mine,
      stored: state.theirs,
      epoch: replaced ? epoch + 1 : epoch,
      state: { kind: 'unsaved' },
    });
    if (!this.dirty) return this.rest();
    this.options.keep({ value: mine, revision: this.snapshot.stored.revision });
    this.retry();
  }

  /** In a conflict: theirs. Answers what was mine, so that it can still be brought back. */
  takeTheirs(): Value {
    const { state, value } = this.snapshot;
    if (state.kind === 'conflict') this.replace(state.theirs);
    return value;
  }

  /** The server has something newer and nothing is unsaved here, or it is to be given up. */
  replace(stored: Stored<Value>) {
    clearTimeout(this.timer);
    this.options.keep(null);
    this.set({
      stored,
      value: stored.value,
      epoch: this.snapshot.epoch + 1,
      state: { kind: 'saved', at: stored.at },
    });
  }

  /**
   * Takes over a newer copy, unless something is unsaved here or on its way. The epoch stays: an open form shows the
   * new text in place, with the caret where it was.
   */
  catchUp(stored: Stored<Value>) {
    if (this.busy || stored.revision <= this.snapshot.stored.revision) return;
    clearTimeout(this.timer);
    const { value } = this.snapshot;
    this.set({ stored, value: this.options.same(stored.value, value) ? value : stored.value });
    this.rest();
  }

  /** Puts another text in place of the one on screen, as if it had been typed. */
  replaceText(value: Value) {
    this.set({ epoch: this.snapshot.epoch + 1 });
    this.change(value);
  }

  /**
   * Brings back a copy that this device kept: on to saving, or to a conflict when the server moved on meanwhile.
   * False = somebody has typed here before it was found, and the two can't be one: it is left to the caller.
   */
  recover(copy: { value: Value; revision: number }): boolean {
    const { stored, value: typed, epoch } = this.snapshot;
    const { same, keep, typedOver } = this.options;
    if (same(copy.value, stored.value) || same(copy.value, typed)) {
      if (!this.busy) keep(null);
      return true;
    }
    if (this.busy && !typedOver) return false;
    const value = this.busy && typedOver ? typedOver(stored.value, typed, copy.value) : copy.value;
    keep({ value, revision: copy.revision });
    if (copy.revision !== stored.revision) {
      this.set({ value, epoch: epoch + 1, state: { kind: 'conflict', theirs: stored } });
    } else {
      this.set({ value, epoch: epoch + 1, state: { kind: 'unsaved' } });
      this.schedule(0);
    }
    return true;
  }

  /** It was deleted elsewhere. What is unsaved stays readable. */
  markGone() {
    clearTimeout(this.timer);
    this.set({ state: { kind: 'gone' } });
  }

  /** In these states sending waits for a person. */
  private get stopped() {
    return this.snapshot.state.kind === 'conflict' || this.snapshot.state.kind === 'gone';
  }

  private schedule(delay: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (!this.inFlight) void this.attempt(false);
    }, delay);
  }

  private attempt(leaving: boolean): Promise<void> {
    this.inFlight ??= this.send(leaving).finally(() => {
      this.inFlight = null;
      if (this.snapshot.state.kind === 'unsaved') this.schedule(this.options.delay);
    });
    return this.inFlight;
  }

  private async send(leaving: boolean) {
    const { value: sent, stored: base } = this.snapshot;
    this.set({ state: { kind: 'saving' } });
    try {
      this.accept(sent, await this.options.save(sent, base, leaving));
    } catch (error) {
      this.refuse(sent, base, error);
    }
  }

  private accept(sent: Value, { revision, at, by }: Stored<Value>) {
    this.retryAfter = firstRetry;
    this.set({ stored: { value: sent, revision, at, by } });
    if (this.dirty) {
      this.options.keep({ value: this.snapshot.value, revision });
      return this.set({ state: { kind: 'unsaved' } });
    }
    this.rest();
  }

  /** The server has everything. */
  private rest() {
    this.options.keep(null);
    this.set({ state: { kind: 'saved', at: this.snapshot.stored.at } });
  }

  private refuse(sent: Value, base: Stored<Value>, failure: unknown) {
    const partly = failure instanceof PartlySaved ? (failure as PartlySaved<Value>) : null;
    if (partly) {
      this.set({ stored: partly.stored });
      this.options.keep({ value: this.snapshot.value, revision: partly.stored.revision });
    }
    const error = partly ? partly.problem : failure;
    if (error instanceof ApiProblem && error.status === 412) return this.meet(sent, base, error);
    if (error instanceof ApiProblem && error.status === 401)
      return this.set({ state: { kind: 'signed-out' } });
    if (error instanceof ApiProblem && error.status === 404) return this.markGone();
    if (error instanceof ApiProblem && error.status !== 429 && error.status < 500) {
      const outdated = !this.options.same(sent, this.snapshot.value);
      return this.set({ state: outdated ? { kind: 'unsaved' } : { kind: 'refused', problem: error } });
    }
    // A fault of ours is tried again like an answer that did not come: what was typed waits, and is never given up.
    if (!(error instanceof ApiProblem || error instanceof ApiUnreachable)) console.error('[autosave]', error);
    this.set({ state: { kind: 'offline' } });
    const named = error instanceof ApiProblem && error.retryAfter !== null ? error.retryAfter * 1000 : 0;
    this.schedule(Math.max(named, this.retryAfter));
    this.retryAfter = Math.min(this.retryAfter * 2, longestRetry);
  }

  /** Somebody saved first, or our own save arrived and its answer got lost. */
  private meet(sent: Value, base: Stored<Value>, problem: ApiProblem) {
    const theirs = this.options.readCurrent(problem.current);
    if (this.options.same(theirs.value, sent)) return this.accept(sent, theirs);
    const merged = this.options.merge?.(base.value, this.snapshot.value, theirs.value) ?? null;
    if (merged === null) return this.set({ state: { kind: 'conflict', theirs } });
    this.options.keep({ value: merged, revision: theirs.revision });
    this.set({ value: merged, stored: theirs, epoch: this.snapshot.epoch + 1, state: { kind: 'unsaved' } });
  }

  private set(change: Partial<Snapshot<Value>>) {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of this.listeners) listener();
  }
}
