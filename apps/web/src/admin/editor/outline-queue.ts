import type { Outline } from '@gonggo/contract';
import { ApiProblem } from '@gonggo/contract/client';

export interface OutlineState {
  /** True while a change is on its way. */
  ordering: boolean;
  /** How the last change failed; null when it did not. */
  problem: unknown;
}

/**
 * Changes the outline of a draft, one change at a time. When somebody else was faster (412), takes over what they
 * made of it and tries the same wish again.
 */
export class OutlineQueue {
  state: OutlineState = { ordering: false, problem: null };
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    public revision: number,
    public ids: readonly string[],
    private readonly onOutline: (outline: Outline) => Promise<void> | void,
    private readonly onState: () => void,
  ) {}

  /** True when no other change waits behind the present one. */
  get isLast() {
    return this.waiting <= 1;
  }

  run<Result>(work: () => Promise<Result>): Promise<Result> {
    this.waiting++;
    const result = this.last.then(async () => {
      this.set({ ordering: true, problem: null });
      try {
        return await this.rebased(work);
      } catch (problem) {
        this.set({ ordering: true, problem });
        throw problem;
      } finally {
        this.waiting--;
        this.set({ ordering: this.waiting > 0, problem: this.state.problem });
      }
    });
    this.last = result.catch(() => undefined);
    return result;
  }

  settle({ revision, sectionIds }: Outline) {
    this.revision = revision;
    this.ids = sectionIds;
  }

  async idle(): Promise<void> {
    await this.last;
  }

  private async rebased<Result>(work: () => Promise<Result>, triesLeft = 5): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 412 || triesLeft === 0) throw error;
      this.settle(error.current as Outline);
      await this.onOutline(error.current as Outline);
      return this.rebased(work, triesLeft - 1);
    }
  }

  private set(state: OutlineState) {
    this.state = state;
    this.onState();
  }
}

/** A section that is already gone is as good as deleted. */
export const unlessMissing = (outline: OutlineQueue) => (error: unknown) => {
  if (!(error instanceof ApiProblem) || error.status !== 404) throw error;
  return { revision: outline.revision, sectionIds: [...outline.ids] };
};
