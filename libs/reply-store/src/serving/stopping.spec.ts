import { expect, test } from '@jest/globals';
import { stopper } from './stopping.ts';

function stopping(acceptMs: number, end = () => Promise.resolve()) {
  const log: string[] = [];
  const done = new Promise<void>((told) => {
    log.push('runs');
    on = stopper({
      acceptMs,
      begin: () => log.push('not ready'),
      end: () => {
        log.push('ends');
        return end();
      },
      exit: (code) => {
        log.push(`exit ${code}`);
        told();
      },
    });
  });
  return { log, done, on: (signal: Parameters<ReturnType<typeof stopper>>[0]) => on(signal) };
}
let on: ReturnType<typeof stopper>;

test('a deploy: not ready at once, served on for a while, then the end', async () => {
  const { log, done, on: tell } = stopping(50);
  const began = performance.now();
  tell('SIGTERM');
  expect(log).toEqual(['runs', 'not ready']);
  await done;
  expect(performance.now() - began).toBeGreaterThanOrEqual(45);
  expect(log).toEqual(['runs', 'not ready', 'ends', 'exit 0']);
});

test.each(['SIGINT', 'disconnect'] as const)('%s does not wait', async (why) => {
  const { log, done, on: tell } = stopping(60_000);
  tell(why);
  await done;
  expect(log).toEqual(['runs', 'not ready', 'ends', 'exit 0']);
});

test('a second signal ends it at once; a launcher that leaves meanwhile does not', () => {
  const { log, on: tell } = stopping(2_000, () => new Promise(() => undefined));
  tell('SIGTERM');
  tell('disconnect');
  expect(log).toEqual(['runs', 'not ready']);
  tell('SIGTERM');
  expect(log).toEqual(['runs', 'not ready', 'exit 1']);
});

test('an end that fails is an end, and says so', async () => {
  const { log, done, on: tell } = stopping(0, () => Promise.reject(new Error('broken')));
  tell('SIGTERM');
  await done;
  expect(log.at(-1)).toBe('exit 1');
});
