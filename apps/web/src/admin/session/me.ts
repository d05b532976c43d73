import type { Me, Role } from '@gonggo/contract';
import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { client } from './client.ts';
import { keys } from './queries.ts';

export const MeContext = createContext<Me | null>(null);

/** The person who is signed in. Only inside the gate. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe outside of the signed-in part');
  return me;
}

export const useMeQuery = () => useQuery({ queryKey: keys.me, queryFn: client.me.get, staleTime: 60_000 });

type Action = 'create' | 'delete' | 'taxonomy' | 'publish' | 'accounts' | 'apiKeys' | 'settings' | 'images';

const allowed: Record<Action, readonly Role[]> = {
  create: ['owner', 'editor', 'author'],
  delete: ['owner', 'editor'],
  images: ['owner', 'editor', 'author'],
  taxonomy: ['owner', 'editor'],
  publish: ['owner', 'editor'],
  accounts: ['owner'],
  apiKeys: ['owner'],
  settings: ['owner'],
};

/** Whether the role lets the person do this: for what to show. The API decides for itself. */
export const mayDo = (me: Me, action: Action) => allowed[action].includes(me.role);
