/** @jest-environment jsdom */
import { afterEach, expect, jest, test } from '@jest/globals';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { DateTimeField, incompleteClock, type DateTimeFieldProps } from './date-time-field.tsx';
import { Field, Fieldset } from './field.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

afterEach(cleanup);

test('a field names its control and ties hint and error to it, also under an id of its own', () => {
  render(
    <Field id="fact-slug" label="주소" hint="한글도 돼요" error="이미 쓰는 주소예요" required>
      <TextInput id="other" />
    </Field>,
  );
  const input = screen.getByLabelText('주소');
  expect(input.id).toBe('fact-slug');
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(input.getAttribute('aria-required')).toBe('true');
  const described = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    '한글도 돼요',
    '이미 쓰는 주소예요',
  ]);
});

test('a control is tied to what the set around it says is wrong, the others are not', () => {
  render(
    <Fieldset legend="급여" error="숫자로 적어 주세요">
      <Field label="최소" invalid>
        <TextInput />
      </Field>
      <Field label="최대">
        <TextInput />
      </Field>
    </Fieldset>,
  );
  const [least, most] = [screen.getByLabelText('최소'), screen.getByLabelText('최대')];
  expect(least.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(least.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    '숫자로 적어 주세요',
  );
  expect(most.getAttribute('aria-invalid') ?? most.getAttribute('aria-describedby')).toBeNull();
});

const aMoment = (value: DateTimeFieldProps['value'], onChange: DateTimeFieldProps['onChange']) => (
  <DateTimeField
    label="마감"
    zoneLabel="시간대"
    zoneGroups={{ usual: '자주', all: '모두' }}
    zoneUnknown="UTC로 보여요"
    value={value}
    onChange={onChange}
  />
);

test('half a date is told as incomplete, not as none', () => {
  const change = jest.fn();
  render(aMoment({ clock: '', zone: 'Asia/Seoul' }, change));
  const input = screen.getByLabelText('마감');
  Object.defineProperty(input, 'validity', { value: { badInput: true } });
  fireEvent.blur(input);
  expect(change).toHaveBeenCalledWith({ clock: incompleteClock, zone: 'Asia/Seoul' });
});

test('a dialog begins at its first field; without fields, at a button', async () => {
  render(
    <Dialog open title="새 공고" closeLabel="닫기" onClose={() => undefined}>
      <input type="checkbox" />
      <TextInput aria-label="제목" />
    </Dialog>,
  );
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('제목')));
  cleanup();
  render(
    <Dialog open title="내릴까요?" closeLabel="닫기" onClose={() => undefined}>
      <p>곧바로 사라져요</p>
    </Dialog>,
  );
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '닫기' })));
});

test('a busy button stays in reach but does nothing', () => {
  const press = jest.fn();
  render(
    <Button busy onClick={press}>
      게시하기
    </Button>,
  );
  const button = screen.getByRole('button');
  button.focus();
  fireEvent.click(button);
  expect(document.activeElement).toBe(button);
  expect(press).not.toHaveBeenCalled();
});

test('a select tells the chosen value, typed', () => {
  const choose = jest.fn();
  const options = [
    { value: 'ko', label: '한국어' },
    { value: 'en', label: 'English' },
  ] as const;
  render(<Select aria-label="언어" value="ko" options={options} onSelect={choose} />);
  fireEvent.change(screen.getByLabelText('언어'), { target: { value: 'en' } });
  expect(choose).toHaveBeenCalledWith('en');
});

test('a moment has a clock and a zone, and a stored zone is always among the choices', () => {
  const change = jest.fn();
  render(aMoment({ clock: '2026-12-31T23:59', zone: 'Pacific/Apia' }, change));
  expect((screen.getByLabelText('시간대') as HTMLSelectElement).value).toBe('Pacific/Apia');
  fireEvent.change(screen.getByLabelText('마감'), { target: { value: '2026-12-30T10:00' } });
  expect(change).toHaveBeenCalledWith({ clock: '2026-12-30T10:00', zone: 'Pacific/Apia' });
  expect(screen.queryByText('UTC로 보여요')).toBeNull();
});

test('a zone that is not known here stays, and its field says whose clock is shown instead', () => {
  const change = jest.fn();
  render(aMoment({ clock: '2026-12-31T14:59', zone: 'Mars/Olympus_Mons' }, change));
  const zone = screen.getByLabelText<HTMLSelectElement>('시간대');
  expect(zone.value).toBe('Mars/Olympus_Mons');
  expect(screen.getByText('UTC로 보여요').id).toBe(zone.getAttribute('aria-describedby'));
  fireEvent.change(screen.getByLabelText('마감'), { target: { value: '2026-12-30T10:00' } });
  expect(change).toHaveBeenCalledWith({ clock: '2026-12-30T10:00', zone: 'Mars/Olympus_Mons' });
});
