import { expect, test } from '@jest/globals';
import { roles, type Role } from '@gonggo/contract';
import type { Actor } from './actor.ts';
import { can, may, type Action, type Owned } from './may.ts';

const me = '11111111-1111-4111-8111-111111111111';
const person = (role: Role): Actor => ({
  accountId: me,
  keyId: null,
  confirmed: true,
  sessionId: me,
  name: 'Me',
  role,
  scopes: null,
});
const program: Actor = {
  accountId: null,
  keyId: me,
  sessionId: null,
  name: 'Key',
  role: 'editor',
  scopes: [],
  confirmed: false,
};

const draft = (change: Partial<Owned> = {}): Owned => ({
  createdBy: null,
  authorIds: [],
  everPublished: false,
  ...change,
});
const created = draft({ createdBy: me });
const named = draft({ authorIds: [me] });
const published = draft({ createdBy: me, everPublished: true });

/** The contract's table of roles: owner, editor, author, viewer. */
test.each<[Action, string, Owned | undefined, string]>([
  ['read', 'anything', undefined, 'oeav'],
  ['create', 'a posting', undefined, 'oea'],
  ['edit', 'what I created', created, 'oea'],
  ['edit', 'what I am named in', named, 'oea'],
  ['edit', 'what I created, published', published, 'oea'],
  ['edit', 'what others wrote', draft(), 'oe'],
  ['delete', 'what I created', created, 'oea'],
  ['delete', 'what I created, published', published, 'oe'],
  ['delete', 'what others wrote', draft(), 'oe'],
  ['publish', 'what I created', created, 'oe'],
  ['taxonomy', 'terms', undefined, 'oe'],
  ['accounts', 'anybody', undefined, 'o'],
  ['self', 'myself', undefined, 'oeav'],
])('%s %s', (action, _what, row, who) => {
  const allowed = roles.filter((role) => can(person(role), action, row));
  expect(allowed.map((role) => role.charAt(0)).join('')).toBe(who);
});

test('a key acts as an editor, never on people', () => {
  expect(
    (['edit', 'publish', 'taxonomy', 'delete'] as const).every((action) => can(program, action, draft())),
  ).toBe(true);
  for (const action of ['accounts', 'self'] as const) {
    expect(() => may(program, action)).toThrow(expect.objectContaining({ status: 403, code: 'forbidden' }));
  }
});
