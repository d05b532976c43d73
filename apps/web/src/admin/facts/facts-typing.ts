import type { FactErrors, FactsValues } from './facts-values.ts';
import type { FactName } from './merge-facts.ts';

export interface Typing {
  /** The form as it was last typed in; null = as it was loaded. */
  values: FactsValues | null;
  /** What is wrong with a fact; the server then has its last value. */
  errors: FactErrors;
  /** Those to be shown: not the field in which somebody is still typing. */
  shown: FactErrors;
}

/** Facts that the server doesn't have as they are typed. Dates that contradict each other are saved all the same. */
export const unsaved = (errors: FactErrors): FactName[] =>
  (Object.keys(errors) as FactName[]).filter((name) => errors[name] !== 'opensAfterCloses');

/** What stands in the form of the facts but cannot be saved as it is. Outlives the form, so that no text is lost. */
export class FactsTyping {
  snapshot: Typing = { values: null, errors: {}, shown: {} };
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly getSnapshot = () => this.snapshot;

  get hasUnsaved(): boolean {
    return unsaved(this.snapshot.errors).length > 0;
  }

  /** While somebody types, errors only go; they come when the field is left. */
  type(values: FactsValues, errors: FactErrors) {
    const { shown } = this.snapshot;
    const still = Object.entries(shown).filter(([name, error]) => errors[name as keyof FactErrors] === error);
    this.set({ values, errors, shown: Object.fromEntries(still) });
  }

  /** A field was left, or everything is to be saved: what is wrong may be said now. */
  leave() {
    this.set({ ...this.snapshot, shown: this.snapshot.errors });
  }

  private set(next: Typing) {
    this.snapshot = next;
    for (const listener of this.listeners) listener();
  }
}
