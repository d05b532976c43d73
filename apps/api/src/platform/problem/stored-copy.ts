import type { Scope } from '@gonggo/contract';

/** Whether drafts may be shown to whoever asks: people always may, a key needs `drafts:read`. */
export const mayReadDrafts = (actor: { keyId: string | null; scopes: Scope[] | null } | null): boolean =>
  !actor?.keyId || (actor.scopes?.includes('drafts:read') ?? false);
