import { expect, test } from '@jest/globals';
import { freezeText, shapeVersion, thaw, type FrozenPosting } from './frozen.ts';

const frozen = { posting: { title: '제목' }, origin: { company: '' } } as FrozenPosting;

test('what is frozen thaws as it was, and its hash names its bytes', () => {
  const { document, hash } = freezeText(frozen);
  expect(thaw({ document, shapeVersion })).toEqual(frozen);
  expect(hash).toBe(freezeText(frozen).hash);
  expect(hash).not.toBe(freezeText({ ...frozen, origin: { ...frozen.origin, company: 'x' } }).hash);
});

test('an older shape is brought up to date step by step, and never by a leap', () => {
  const document = JSON.stringify({ shape: 'one' });
  const steps = {
    1: ({ shape }: { shape: string }) => ({ shape: `${shape}, two` }),
    2: ({ shape }: { shape: string }) => ({ shape: `${shape}, three` }),
  };
  expect(thaw({ document, shapeVersion: 1 }, { steps, to: 3 })).toEqual({ shape: 'one, two, three' });
  expect(thaw({ document, shapeVersion: 2 }, { steps, to: 3 })).toEqual({ shape: 'one, three' });
  expect(() => thaw({ document, shapeVersion: 1 }, { steps, to: 4 })).toThrow('No way from shape 3');
});
