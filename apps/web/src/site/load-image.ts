import type { ImageInfo } from '@gonggo/content';
import { ApiProblem, type Client } from '@gonggo/contract/client';

/** A picture of the settings, or null when it is not public (any more). */
export async function imageOf(client: Client, id: string): Promise<ImageInfo | null> {
  try {
    const { width, height, thumbhash, sources } = await client.images.get(id);
    return { width, height, thumbhash, sources };
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) return null;
    throw error;
  }
}
