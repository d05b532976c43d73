import { expect, test } from '@jest/globals';
import { Fragment, Slice } from '@tiptap/pm/model';
import { richTextSchema as schema } from '../../schema.ts';
import { growth, mostGrowth } from '../../testing/cost.ts';
import { linkedSlice } from './lines.ts';

test('links are made of many addresses among much code in time', () => {
  const linking = (size: number) => {
    const nodes = Array.from({ length: size }, (_, n) => [
      schema.text(n % 8 ? '말 ' : 'https://a.example/ '),
      schema.text('b ', [schema.mark('code')]),
    ]).flat();
    const slice = new Slice(Fragment.from(schema.node('paragraph', null, nodes)), 0, 0);
    return () => linkedSlice(slice, schema.marks.link);
  };
  expect(growth(linking, 3_000)).toBeLessThan(mostGrowth);
});
