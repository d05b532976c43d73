import { factFindings } from './facts.ts';
import type { Finding, ReadinessInput } from './findings.ts';
import { pictureFindings } from './pictures.ts';
import { sectionFindings } from './sections.ts';

export type { Finding, ReadinessInput } from './findings.ts';

/** Everything to look at before publishing, errors first. Without an error, a draft may be published. */
export function readiness(draft: ReadinessInput): Finding[] {
  const all = [...factFindings(draft), ...sectionFindings(draft), ...pictureFindings(draft)];
  return [...all.filter(({ level }) => level === 'error'), ...all.filter(({ level }) => level === 'warning')];
}
