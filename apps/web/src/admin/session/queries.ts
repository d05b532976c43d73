import { QueryCache, QueryClient, MutationCache } from '@tanstack/react-query';
import { ApiProblem } from '@gonggo/contract/client';
import { signedOut } from './signed-out.ts';

const noteSignOut = (error: unknown) => {
  if (error instanceof ApiProblem && error.code === 'unauthenticated') signedOut.set(true);
};

/** Refusals are final; only a server that can't be reached, or can't serve now, is asked again. */
const worthRetrying = (failures: number, error: unknown) =>
  failures < 2 && !(error instanceof ApiProblem && error.status < 500);

export const makeQueryClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: noteSignOut }),
    mutationCache: new MutationCache({ onError: noteSignOut }),
    defaultOptions: {
      queries: { retry: worthRetrying, networkMode: 'always', staleTime: 5_000 },
      mutations: { networkMode: 'always' },
    },
  });

/** Names of what is kept from the API. */
export const keys = {
  me: ['me'],
  drafts: ['drafts'],
  draft: (id: string) => ['draft', id],
  readiness: (id: string) => ['readiness', id],
  publications: (id: string) => ['publications', id],
  publication: (id: string, version: number) => ['publications', id, version],
  taxonomy: ['taxonomy'],
  images: ['images'],
  image: (id: string) => ['images', 'one', id],
  imageUses: (id: string) => ['images', 'uses', id],
  accounts: ['accounts'],
  authors: ['authors'],
  apiKeys: ['api-keys'],
  auditEvents: ['audit-events'],
  settings: ['settings'],
  sessions: ['sessions'],
} as const;
