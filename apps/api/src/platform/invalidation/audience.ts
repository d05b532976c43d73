import { Injectable } from '@nestjs/common';

/** How long a writer's answer waits at most until everybody has forgotten what it changed, in ms. */
export const longestWait = 100;

/** Somebody who keeps copies of what is public and tells when they have forgotten what changed. */
export interface Member {
  /** All that changed up to `revision` is forgotten; `whole` = also by those for whom the member speaks. */
  heard(revision: number, whole?: boolean): void;
  leave(): void;
}

interface Seat {
  heard: number;
  whole: boolean;
  /** It let a writer wait in vain: nobody waits for it again until it has caught up. */
  slow: boolean;
}

interface Waiter {
  revision: number;
  wake: () => void;
}

/**
 * Who must forget a change before its writer is answered. A member that is dead or slow costs one writer the whole
 * wait, and no other.
 */
export class Audience {
  private readonly seats = new Set<Seat>();
  private readonly waiters = new Set<Waiter>();

  /** `revision`: the newest that it knows of already. */
  join(revision: number): Member {
    const seat: Seat = { heard: revision, whole: true, slow: false };
    this.seats.add(seat);
    return {
      heard: (heard, whole = true) => {
        if (heard < seat.heard) return;
        Object.assign(seat, { heard, whole, slow: false });
        this.wake();
      },
      leave: () => {
        this.seats.delete(seat);
        this.wake();
      },
    };
  }

  get size(): number {
    return this.seats.size;
  }

  /** Waits until all that one waits for have forgotten; answers whether really all have. */
  async informed(revision: number, ms = longestWait): Promise<boolean> {
    if (this.awaited(revision).length) await this.wait(revision, ms);
    for (const seat of this.awaited(revision)) seat.slow = true;
    return [...this.seats].every(({ heard, whole }) => heard >= revision && whole);
  }

  private wait(revision: number, ms: number): Promise<void> {
    return new Promise((done) => {
      const waiter = { revision, wake: () => end() };
      const end = () => {
        clearTimeout(late);
        this.waiters.delete(waiter);
        done();
      };
      const late = setTimeout(end, ms);
      this.waiters.add(waiter);
    });
  }

  private wake(): void {
    for (const waiter of this.waiters) if (!this.awaited(waiter.revision).length) waiter.wake();
  }

  private awaited(revision: number): Seat[] {
    return [...this.seats].filter(({ heard, slow }) => heard < revision && !slow);
  }
}

/** Our own sites that listen to this process. */
@Injectable()
export class Sites extends Audience {}
