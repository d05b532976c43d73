import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Lane } from './admission.ts';

/** Places in lanes that responses hold: each is left once, by whatever ends its response first. */
export class HeldPlaces {
  private readonly leaves = new WeakMap<ServerResponse, () => void>();

  /** Calls `begin` when it is the response's turn, unless its client is gone by then; or `refuse`. */
  enter(lane: Lane, res: ServerResponse, begin: () => void, refuse: () => void): void {
    lane.enter(() => void (this.hold(lane, res) && begin()), refuse);
  }

  /** For a place that was entered already. False = the client is gone, and the place is left. */
  hold(lane: Lane, res: ServerResponse): boolean {
    if (res.destroyed) {
      lane.leave();
      return false;
    }
    let left = false;
    const leave = () => {
      if (!left) lane.leave();
      left = true;
    };
    this.leaves.set(res, leave);
    res.once('prefinish', leave);
    res.once('close', leave);
    return true;
  }

  /** The answer is made: who reads it slowly takes nobody's place. */
  leave(res: ServerResponse): void {
    this.leaves.get(res)?.();
    this.leaves.delete(res);
  }
}

/** Whether a request brings a body, by its head. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
