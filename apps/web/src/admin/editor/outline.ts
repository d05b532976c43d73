/** `ids` with `id` moved to `to`, counted without it. */
export function moved(ids: readonly string[], id: string, to: number): string[] {
  const rest = ids.filter((one) => one !== id);
  if (rest.length === ids.length) return [...ids];
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, id);
  return rest;
}

/**
 * The same wish on another order: puts `id` after whom it follows in `wished` (the nearest who is still there),
 * so that a move made while somebody else changed the outline means what it meant.
 */
export function movedAlike(ids: readonly string[], id: string, wished: readonly string[]): string[] {
  const before = wished.slice(0, wished.indexOf(id)).filter((one) => ids.includes(one));
  const rest = ids.filter((one) => one !== id);
  return moved(ids, id, before.length ? rest.indexOf(before.at(-1) as string) + 1 : 0);
}
