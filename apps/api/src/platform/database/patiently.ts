import { failureOf } from '../problem/failure.ts';

const patienceMs = 20_000;
const pauseMs = 250;

/** At the start nobody waits for an answer yet: a database that is slow or just starting is tried again for a while. */
export async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + patienceMs; ;) {
    try {
      return await attempt();
    } catch (error) {
      if (failureOf(error as Error) !== 'away' || isFinal(error) || performance.now() > until) throw error;
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  }
}

/** Waiting changes nothing about a user who is not let in, a database that is not there, or a refused connection. */
function isFinal(error: unknown): boolean {
  return /^(28|3D|ECONNREFUSED|ENOTFOUND|ENOENT|08P01|ERR_)/.test((error as { code?: string }).code ?? '');
}
