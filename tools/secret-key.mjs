import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';

/**
 * The key that seals second factors where SECRET_KEY is not set: made at the first start and kept in the data
 * directory, readable by its owner alone. Losing it costs everybody's second factor, but no word of a posting.
 */
export function keptSecretKey(dataDir) {
  const file = join(dataDir, 'secret-key');
  fs.mkdirSync(dataDir, { recursive: true });
  try {
    fs.writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8').trim();
}
