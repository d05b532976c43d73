import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Version of the form, so that another cipher or key can follow. Base32 secrets hold no dot. */
const version = 'v1.';
const [nonceBytes, tagBytes] = [12, 16];

/** Whether a stored text was sealed, or is as it was before secrets were. */
export const isSealed = (stored: string): boolean => stored.startsWith(version);

/**
 * Encrypts a secret that must be readable again, with AES-256-GCM under a key derived from SECRET_KEY for `purpose`.
 * `owner` (the row's id) is authenticated with it: a sealed secret copied into another row does not open there.
 */
export function seal(secretKey: string, purpose: string, owner: string, secret: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secretKey, purpose), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return version + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** The secret, or null when it was sealed with another key, for another row, or is damaged. */
export function open(secretKey: string, purpose: string, owner: string, stored: string): string | null {
  const bytes = Buffer.from(stored.slice(version.length), 'base64url');
  if (!isSealed(stored) || bytes.length < nonceBytes + tagBytes) return null;
  const [nonce, tag, sealed] = [
    bytes.subarray(0, nonceBytes),
    bytes.subarray(nonceBytes, nonceBytes + tagBytes),
    bytes.subarray(nonceBytes + tagBytes),
  ];
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secretKey, purpose), nonce)
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

const keyFor = (secretKey: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secretKey, '', `gonggo ${purpose}`, 32));
