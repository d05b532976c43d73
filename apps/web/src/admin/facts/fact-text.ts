/** A fact in plain words, for comparing two of them. Ids say nothing to people and are left out. */
export function factText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(factText).filter(Boolean).join(' / ');
  if (typeof value === 'object') {
    return Object.entries(value)
      .filter(([key]) => !/(^id|Id)$/.test(key) && key !== 'avatar')
      .map(([, one]) => factText(one))
      .filter(Boolean)
      .join(' · ');
  }
  return String(value);
}
