import { client } from './client.ts';
import { ownName } from './installation.ts';

/** As `ownName`, for what may not be kept under a wrong name: asks when the page came while the API was away. */
export async function surelyOwnName(name: string): Promise<string> {
  const root = document.documentElement.dataset;
  root.installation ??= (await client.settings.get()).installation;
  return ownName(name);
}
