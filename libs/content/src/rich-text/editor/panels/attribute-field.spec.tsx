/** @jest-environment jsdom */
import { afterEach, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { HoldTexts, type HeldTexts } from '../../../sections/editor/held-texts.tsx';
import { blocks } from '../../registry.ts';
import { editorLabels } from '../labels.ts';
import { AttributeField } from './attribute-field.tsx';

afterEach(cleanup);

test('a value that a block does not allow is told to be held, and not any more once it is mended', async () => {
  const held: HeldTexts[] = [];
  const told: unknown[] = [];
  render(
    <HoldTexts onHeld={(texts) => void held.push(texts)}>
      <AttributeField
        rule={blocks.linkCard.attributes.url!}
        label="주소"
        value="https://example.com"
        labels={editorLabels('ko')}
        onChange={(value) => void told.push(value)}
      />
    </HoldTexts>,
  );
  const write = (value: string) =>
    act(async () => void fireEvent.change(screen.getByRole('textbox'), { target: { value } }));

  await write('나쁜 주소');
  expect([held.at(-1), told]).toEqual([{ 주소: '나쁜 주소' }, []]);
  await write('https://example.com/new');
  expect([held.at(-1), told]).toEqual([{}, ['https://example.com/new']]);
});
