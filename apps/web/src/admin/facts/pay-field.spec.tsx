/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { useForm } from 'react-hook-form';
import { EditorContext, type EditorTools } from '../editor/editor-context.ts';
import type { FactsValues } from './facts-values.ts';
import { PayField } from './pay-field.tsx';
import { FactsFormProvider } from './use-facts-form.ts';

afterEach(cleanup);

function Pay({ locale }: { locale: 'ko' | 'en' }) {
  const form = useForm<FactsValues>({
    defaultValues: { payCurrency: 'KRW', payMin: '60,000,000', payMax: '', payUnit: 'YEAR' },
  });
  const tools = { store: { snapshot: { draft: { locale } } } } as unknown as EditorTools;
  return (
    <EditorContext value={tools}>
      <FactsFormProvider value={{ form, disabled: false, error: () => undefined, onBlur: () => undefined }}>
        <PayField />
      </FactsFormProvider>
    </EditorContext>
  );
}

test('what readers will see of the pay is in the language of the post, not of the admin', () => {
  render(<Pay locale="en" />);
  expect(screen.getByText(/60,000,000.* a year/)).toBeTruthy();
  cleanup();
  render(<Pay locale="ko" />);
  expect(screen.getByText(/연봉 6,000만 원 이상/)).toBeTruthy();
});
