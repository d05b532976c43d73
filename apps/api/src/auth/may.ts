import type { Role } from '@gonggo/contract';
import { Problem } from '../platform/problem/problem.ts';
import type { Actor } from './actor.ts';

/** What is done to a draft, or to the house. `self` = one's own profile, password, second factor, sessions. */
export type Action = 'read' | 'create' | 'edit' | 'delete' | 'publish' | 'taxonomy' | 'accounts' | 'self';

/** What of a draft decides whose it is. */
export interface Owned {
  createdBy: string | null;
  authorIds: string[];
  everPublished: boolean;
}

const everywhere: Record<Role, readonly Action[]> = {
  owner: ['read', 'create', 'edit', 'delete', 'publish', 'taxonomy', 'accounts', 'self'],
  editor: ['read', 'create', 'edit', 'delete', 'publish', 'taxonomy', 'self'],
  author: ['read', 'create', 'self'],
  viewer: ['read', 'self'],
};

/** The table of roles in the contract. Ask with the loaded row: an author edits what is theirs, deletes it unpublished. */
export function can(actor: Actor, action: Action, row?: Owned): boolean {
  if (actor.keyId && (action === 'accounts' || action === 'self')) return false;
  if (everywhere[actor.role].includes(action)) return true;
  if (actor.role !== 'author' || !row || !isTheirs(actor, row)) return false;
  return action === 'edit' || (action === 'delete' && !row.everPublished);
}

/** Throws 403 unless `can`. */
export function may(actor: Actor, action: Action, row?: Owned): void {
  if (!can(actor, action, row)) throw new Problem(403, 'forbidden', refusals[action]);
}

function isTheirs(actor: Actor, row: Owned): boolean {
  if (!actor.accountId) return false;
  return row.createdBy === actor.accountId || row.authorIds.includes(actor.accountId);
}

const refusals: Record<Action, string> = {
  read: 'You may not read this.',
  create: 'Viewers may not create postings. An owner can change your role.',
  edit: 'You may edit postings that you created or are named in as an author.',
  delete: 'You may delete your own postings while they were never published.',
  publish: 'Publishing is for editors and owners.',
  taxonomy: 'Teams, job families and tags are for editors and owners.',
  accounts: 'Accounts, API keys and settings are for owners.',
  self: 'This is about a person’s own account: sign in to do it.',
};
