/** @jest-environment jsdom */
import '../../../test/no-network.ts';
import { afterEach, expect, jest, test } from '@jest/globals';
import type { Draft } from '@gonggo/contract';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, cleanup, render } from '@testing-library/react';
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

test('what is missing is asked for anew when somebody else saved, and only then', async () => {
  const copies = { put: jest.fn(), drop: jest.fn(), leftBehind: async () => [] };
  const store = new DraftStore(client, draftWith(1), copies, 'me');
  const ask = jest.fn(async () => 'findings');
  function Page() {
    useDraftLife(store);
    useQuery({ queryKey: keys.readiness('p'), queryFn: ask });
    return null;
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  );
  const arrive = (edits: number) => act(async () => store.absorb(draftWith(edits)));
  await arrive(1);
  expect(ask).toHaveBeenCalledTimes(1);
  await arrive(2);
  expect(ask).toHaveBeenCalledTimes(2);
});
