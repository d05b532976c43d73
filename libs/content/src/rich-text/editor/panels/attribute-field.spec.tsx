/** @jest-environment jsdom */
import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { blocks } from '../../registry.ts';
import { HeldContext } from '../held.ts';
import { editorLabels } from '../labels.ts';
import { AttributeField } from './attribute-field.tsx';

afterEach(cleanup);

test('a value that a block does not allow is held, and not any more once it is mended', async () => {
  const held: unknown[] = [];
  const told: unknown[] = [];
  render(
    <HeldContext value={{ texts: {}, hold: (name, text) => void held.push([name, text]) }}>
      <AttributeField
        rule={blocks.linkCard.attributes.url!}
        name="url"
        value="https://example.com"
        labels={editorLabels('ko')}
        onChange={(value) => void told.push(value)}
      />
    </HeldContext>,
  );
  const write = (value: string) =>
    act(async () => void fireEvent.change(screen.getByRole('textbox'), { target: { value } }));

  await write('나쁜 주소');
  expect([held.at(-1), told]).toEqual([['url', '나쁜 주소'], []]);
  await write('https://example.com/new');
  expect([held.at(-1), told]).toEqual([['url', null], ['https://example.com/new']]);
});
