import type { HeldTexts } from '@gonggo/content/editor';
import { same } from './same.ts';

/** What stands in the form of a section but cannot be saved as it is. Outlives the form, so that no text is lost. */
export class Held {
  snapshot: { texts: HeldTexts; shown: boolean } = { texts: {}, shown: false };
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  get any(): boolean {
    return Object.keys(this.snapshot.texts).length > 0;
  }

  /** While somebody types it is not said yet; once said, it stays so until nothing is held. */
  hold(texts: HeldTexts) {
    const shown = this.snapshot.shown && Object.keys(texts).length > 0;
    if (!same(texts, this.snapshot.texts)) this.set({ texts, shown });
  }

  /** A field was left, or everything is to be saved: what is held may be said now. */
  leave() {
    if (this.any && !this.snapshot.shown) this.set({ ...this.snapshot, shown: true });
  }

  private set(next: Held['snapshot']) {
    this.snapshot = next;
    for (const listener of this.listeners) listener();
  }
}
