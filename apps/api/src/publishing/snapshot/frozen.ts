import { createHash } from 'node:crypto';
import type { PostingDocument } from '@gonggo/content';

/** Of the JSON in `publication.document`. Raise it with every change of FrozenPosting or of a section's content. */
export const shapeVersion = 1;

/**
 * A posting as published, without what follows from elsewhere: the clock (status), the images' files, the addresses.
 */
export interface FrozenPosting {
  posting: Omit<PostingDocument, 'status' | 'images' | 'links'>;
  /** What the public form leaves out and restoring needs. */
  origin: {
    /** Empty = the site's name then. */
    company: string;
    jobFamilyName: string | null;
    /** Accounts of `posting.authors`, in their order. */
    authorAccounts: (string | null)[];
  };
}

type Upcast = (document: never) => unknown;

/** From the shape that is the key to the next one. A release reads at least the shape before its own. */
const upcasts: Record<number, Upcast> = {};

export function freezeText(frozen: FrozenPosting): { document: string; hash: string } {
  const document = JSON.stringify(frozen);
  return { document, hash: createHash('sha256').update(document).digest('hex') };
}

/** A publication's document in today's shape, whenever it was frozen. */
export function thaw(
  { document, shapeVersion: from }: { document: string; shapeVersion: number },
  { steps = upcasts, to = shapeVersion }: { steps?: Record<number, Upcast>; to?: number } = {},
): FrozenPosting {
  let value: unknown = JSON.parse(document);
  for (let shape = from; shape < to; shape++) {
    const step = steps[shape];
    if (!step) throw new Error(`No way from shape ${shape} of a publication to ${to}`);
    value = step(value as never);
  }
  return value as FrozenPosting;
}
