import { expect, test } from '@jest/globals';
import { Audience } from './audience.ts';

test('nobody listens: nobody is waited for', async () => {
  expect(await new Audience().informed(1)).toBe(true);
});

test('a writer waits until the last one has heard, and not for what was heard before', async () => {
  const audience = new Audience();
  const [one, other] = [audience.join(0), audience.join(5)];
  const waits = audience.informed(5, 60_000);
  other.heard(4);
  one.heard(5);
  expect(await waits).toBe(true);
  expect(await audience.informed(5, 60_000)).toBe(true);
});

test('who leaves is not waited for any more', async () => {
  const audience = new Audience();
  const dead = audience.join(0);
  const waits = audience.informed(1, 60_000);
  dead.leave();
  expect(await waits).toBe(true);
});

test('a dead one costs one wait, and the answers say so until it has caught up', async () => {
  const audience = new Audience();
  const [dead, alive] = [audience.join(0), audience.join(0)];
  expect(await audience.informed(1, 10)).toBe(false);
  alive.heard(2);
  expect(await audience.informed(2, 60_000)).toBe(false);
  dead.heard(2);
  alive.heard(3);
  const waits = audience.informed(3, 60_000);
  dead.heard(3);
  expect(await waits).toBe(true);
});

test('who speaks for others says whether it speaks for all of them', async () => {
  const audience = new Audience();
  const speaker = audience.join(0);
  speaker.heard(1, false);
  expect(await audience.informed(1, 60_000)).toBe(false);
  speaker.heard(2);
  expect(await audience.informed(2, 60_000)).toBe(true);
});
