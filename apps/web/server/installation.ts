import { recordingClient, type Upstream } from './upstream.ts';

/** How long an answer counts, in ms: a database may be replaced while the site runs. */
const lasts = 60_000;
let kept: { id: string; until: number } | null = null;

/** The id that names in a browser's storage carry; null while the API does not tell it. */
export async function installationOf(upstream: Upstream): Promise<string | null> {
  if (kept && kept.until > Date.now()) return kept.id;
  try {
    const { installation } = await recordingClient(upstream).client.settings.get();
    kept = { id: installation, until: Date.now() + lasts };
  } catch {
    // The page comes all the same, and asks for itself.
  }
  return kept?.id ?? null;
}
