/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import { ApiProblem } from '@gonggo/contract/client';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { ko } from '../words/ko.ts';
import { client } from './client.ts';
import { SignInForm } from './sign-in-form.tsx';

const words = ko.entry;
const signIn = jest.spyOn(client.sessions, 'signIn');
const refusal = (code: 'code-required' | 'wrong-credentials') =>
  new ApiProblem({ type: '', title: '', status: 401, code, detail: code, requestId: '' });

afterEach(cleanup);

test('a code that is missing is asked for, a wrong one is there to be typed over', async () => {
  signIn.mockRejectedValueOnce(refusal('code-required')).mockRejectedValueOnce(refusal('wrong-credentials'));
  render(<SignInForm onSignedIn={() => undefined} />);
  fireEvent.change(screen.getByLabelText(words.email), { target: { value: 'cto@gonggo.example' } });
  fireEvent.change(screen.getByLabelText(words.password), { target: { value: '길고 긴 비밀번호' } });
  const submit = screen.getByRole('button', { name: words.submit });
  fireEvent.click(submit);

  const code = await screen.findByLabelText<HTMLInputElement>(words.code);
  expect(screen.queryByText(words.needCode)).toBeNull();
  fireEvent.click(submit);
  screen.getByText(words.needCode);
  expect(signIn).toHaveBeenCalledTimes(1);

  fireEvent.change(code, { target: { value: '123456' } });
  submit.focus();
  fireEvent.click(submit);
  await screen.findByText(words.codeWrong);
  await waitFor(() => expect(document.activeElement).toBe(code));
  expect([code.selectionStart, code.selectionEnd]).toEqual([0, 6]);
});
