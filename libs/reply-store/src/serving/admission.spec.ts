import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Lane } from './admission.ts';
import { KnownCallers } from './known-callers.ts';

function lane(places: number, queue: number) {
  let moment = 0;
  const log: string[] = [];
  const one = new Lane({ places, queue }, () => moment);
  return {
    log,
    one,
    pass: (ms: number) => void (moment += ms),
    enter: (name: string) =>
      one.enter(
        () => log.push(`${name} begins`),
        () => log.push(`${name} is refused`),
      ),
  };
}

test('there is room for some, a burst waits its turn, and more than a queue holds is refused at once', () => {
  const { log, one, enter } = lane(2, 2);
  for (const name of ['a', 'b', 'c', 'd', 'e']) enter(name);
  expect(log).toEqual(['a begins', 'b begins', 'e is refused']);
  one.leave();
  one.leave();
  expect(log.slice(3)).toEqual(['c begins', 'd begins']);
});

test('whoever waits in a burst is served even after a while; once the queue stands, waiting is refused soon', () => {
  const { log, one, enter, pass } = lane(1, 10);
  enter('a');
  enter('b');
  pass(900);
  expect(one.overloaded).toBe(true);
  enter('late');
  one.leave();
  expect(log).toEqual(['a begins', 'b is refused', 'late begins']);
  expect(one.overloaded).toBe(false);
  pass(1_000);
  enter('c');
  pass(100);
  one.leave();
  expect(log.at(-1)).toBe('c begins');
});

test('the queue is worked off by the clock alone when nobody leaves', async () => {
  const log: string[] = [];
  const one = new Lane({ places: 1, queue: 10 });
  const began = performance.now();
  one.enter(
    () => undefined,
    () => undefined,
  );
  await new Promise<void>((done) =>
    one.enter(
      () => log.push('begins'),
      () => (log.push('refused'), done()),
    ),
  );
  expect(log).toEqual(['refused']);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(one.load).toEqual({ working: 1, waiting: 0 });
});

test('fewer are worked on at once while turns of the event loop are long', async () => {
  // A clock that runs ten times as fast makes every turn ten times as long.
  let [moment, before, speed] = [0, performance.now(), 1];
  const one = new Lane({ places: 48, queue: 1_000, yields: true }, () => {
    const real = performance.now();
    moment += (real - before) * speed;
    before = real;
    return moment;
  });
  const enter = (count: number) => {
    for (let n = 0; n < count; n += 1)
      one.enter(
        () => undefined,
        () => undefined,
      );
  };
  const turns = (ms: number) => new Promise((done) => setTimeout(done, ms));
  enter(200);
  expect(one.load.working).toBe(48);
  speed = 10;
  for (let n = 0; n < 15; n += 1) {
    enter(1);
    await turns(25);
  }
  while (one.load.working) one.leave();
  enter(10);
  expect(one.load.working).toBe(2);
  while (one.load.working) one.leave();
  // A second by that clock later it is as if nothing had been.
  await turns(150);
  enter(60);
  expect(one.load.working).toBe(48);
});

test('never more at work than there are places, and everybody hears one answer', () => {
  const steps = fc.array(fc.oneof(fc.constant('enter'), fc.constant('leave'), fc.nat(300)), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 4 }), fc.nat(4), (todo, places, queue) => {
      const { one, log, enter, pass } = lane(places, queue);
      let entered = 0;
      for (const step of todo) {
        if (step === 'enter') enter(String((entered += 1)));
        else if (step === 'leave' && one.load.working > 0) one.leave();
        else if (typeof step === 'number') pass(step);
        expect(one.load.working).toBeLessThanOrEqual(places);
        expect(one.load.waiting).toBeLessThanOrEqual(queue);
        expect(new Set(log.map((line) => line.split(' ')[0])).size).toBe(log.length);
        expect(log.length + one.load.waiting).toBe(entered);
      }
      while (one.load.working) one.leave();
      expect(log).toHaveLength(entered);
    }),
  );
});

test('credentials are known for a while after they were good, and only so many', () => {
  let moment = 0;
  const known = new KnownCallers(() => moment);
  expect(known.knows(null)).toBe(false);
  expect(known.knows('gonggo=a')).toBe(false);
  known.remember('gonggo=a');
  expect(known.knows('gonggo=a')).toBe(true);
  moment = 11 * 60_000;
  expect(known.knows('gonggo=a')).toBe(false);
  for (let n = 0; n < 6_000; n += 1) known.remember(`gonggo=${n}`);
  expect([known.knows('gonggo=0'), known.knows('gonggo=5999')]).toEqual([false, true]);
  known.forget('gonggo=5999');
  expect(known.knows('gonggo=5999')).toBe(false);
  expect(KnownCallers.credentialsOf({ cookie: 'a'.repeat(9_000) })).toBeNull();
});
