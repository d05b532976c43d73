import { hash, verify } from '@node-rs/argon2';
import { overloaded } from '../platform/problem/problem.ts';

/** OWASP's first choice of cost for argon2id: 19 MiB, two passes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 4;
const maxWaiting = 60;

let running = 0;
const waiting: (() => void)[] = [];

export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFC'), cost));

/**
 * True if `password` is the one behind `hashed`. Without a hash (no such account, or none set yet) the same work is
 * done for nothing, so that the time of the answer tells nothing.
 */
export async function passwordFits(hashed: string | null, password: string): Promise<boolean> {
  const target = hashed ?? (await nobodysHash());
  const fits = await inTurn(() => verify(target, password.normalize('NFC')));
  return fits && hashed !== null;
}

let nobody: Promise<string> | null = null;

/** Made once; an overload while it is made must not be the answer to every unknown email from then on. */
function nobodysHash(): Promise<string> {
  nobody ??= hashPassword('nobody has this password').catch((error: unknown) => {
    nobody = null;
    throw error;
  });
  return nobody;
}

/** Each hash takes 19 MiB and a core for some 30 ms: only few at once, and the queue has an end. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= maxWaiting) throw overloaded();
    await new Promise<void>((begin) => waiting.push(begin));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
