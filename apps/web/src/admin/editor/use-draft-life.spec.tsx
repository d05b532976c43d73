/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import type { Draft } from '@gonggo/contract';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, cleanup, render } from '@testing-library/react';
import { useEffect } from 'react';
import { client } from '../session/client.ts';
import { keys } from '../session/queries.ts';
import { DraftStore } from './draft-store.ts';
import { useDraftLife } from './use-draft-life.ts';

afterEach(cleanup);

const draftWith = (edits: number) =>
  ({
    ...{ id: 'p', locale: 'ko', sections: [], images: {}, revision: 1, outlineRevision: 1, edits },
    facts: {},
  }) as unknown as Draft;

test('what is missing is asked for anew once for each save, by oneself or by somebody else', async () => {
  const copies = { put: jest.fn(), drop: jest.fn(), leftBehind: async () => [] };
  const store = new DraftStore(client, draftWith(1), copies, 'me');
  const ask = jest.fn(async () => 'findings');
  let edits = 1;
  jest.spyOn(client.drafts, 'change').mockImplementation(async () => draftWith(++edits));
  function Page() {
    const { data } = useQuery({ queryKey: keys.draft('p'), queryFn: async () => draftWith(edits) });
    useEffect(() => {
      if (data) store.absorb(data);
    }, [data]);
    useDraftLife(store);
    useQuery({ queryKey: keys.readiness('p'), queryFn: ask });
    return null;
  }
  const queries = new QueryClient();
  render(
    <QueryClientProvider client={queries}>
      <Page />
    </QueryClientProvider>,
  );
  const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  const look = async () => {
    await act(() => queries.refetchQueries({ queryKey: keys.draft('p') }));
    await settle();
  };
  await look();
  expect(ask).toHaveBeenCalledTimes(1);
  edits++;
  await look();
  expect(ask).toHaveBeenCalledTimes(2);

  const { value } = store.facts.snapshot;
  await act(async () => store.facts.change({ ...value, title: '새 제목' }));
  await act(async () => void (await store.flush()));
  await settle();
  expect(store.snapshot.draft.edits).toBe(3);
  expect(ask).toHaveBeenCalledTimes(3);
});
