import type { ProblemBody } from '@gonggo/contract';

type Answer = (confirmed: boolean) => void;

/** Whom requests wait for that the API answered with `confirmation-required`: the person, in a dialog. */
let waiting: Answer[] = [];
const listeners = new Set<() => void>();
const notify = () => listeners.forEach((listener) => listener());

export const confirmation = {
  isAsked: () => waiting.length > 0,
  /** True = the session is confirmed, and what waits is sent again; false = it stays refused. */
  answer(confirmed: boolean) {
    const answers = waiting;
    waiting = [];
    notify();
    for (const answer of answers) answer(confirmed);
  },
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};

/** `fetch` that asks for the password where the API wants it again, and then sends the same request once more. */
export async function fetchConfirmed(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const reply = await fetch(input, init);
  if (reply.status !== 403 || !listeners.size) return reply;
  const problem = (await reply
    .clone()
    .json()
    .catch(() => null)) as ProblemBody | null;
  if (problem?.code !== 'confirmation-required') return reply;
  const confirmed = await new Promise<boolean>((answer) => {
    waiting.push(answer);
    notify();
  });
  return confirmed ? fetch(input, init) : reply;
}
