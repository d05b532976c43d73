/**
 * What the API tells its own site of a reply, in headers that never leave the house: how old what it says is, and
 * when that stops being true.
 */
export interface Freshness {
  /** Of everything public, when it was read; news name the revision they bring. null = unknown. */
  revision: number | null;
  /** Milliseconds until the reply changes by a closing, by the database's clock; null = by none that is known. */
  left: number | null;
}

const revisionHeader = 'x-gonggo-revision';
const leftHeader = 'x-gonggo-left';

/** Headers of ours between API and site begin so; the site passes none of them on. */
export const innerHeaders = /^x-gonggo-/i;

/** As a flat list: name, value, name, value … */
export function writeFreshness({ revision, left }: Freshness): string[] {
  return [
    ...(revision === null ? [] : [revisionHeader, String(revision)]),
    ...(left === null ? [] : [leftHeader, String(Math.max(0, Math.floor(left)))]),
  ];
}

export function readFreshness(header: (name: string) => string | null | undefined): Freshness {
  return { revision: whole(header(revisionHeader)), left: whole(header(leftHeader)) };
}

const whole = (text: string | null | undefined): number | null =>
  text && /^\d{1,15}$/.test(text) ? Number(text) : null;
