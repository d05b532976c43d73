import { same } from './same.ts';

/** `mine` on top of what somebody else saved meanwhile: what differs from `base` stays mine, the rest is theirs. */
export function rebase<Values extends object>(mine: Values, base: Values, theirs: Values): Values {
  const changed = (Object.keys(mine) as (keyof Values)[]).filter((name) => !same(mine[name], base[name]));
  return { ...theirs, ...Object.fromEntries(changed.map((name) => [name, mine[name]])) };
}
