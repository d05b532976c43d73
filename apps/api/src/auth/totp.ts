import { randomInt } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';
import { hashOf } from './secrets.ts';

export const newTotpSecret = (): string => generateSecret();

export const totpUri = (secret: string, email: string, issuer: string): string =>
  generateURI({ secret, label: email, issuer });

/**
 * The 30-second step a code belongs to, or null if it is wrong. One step before and after counts, for clocks that
 * differ; steps up to `lastStep` don't: a code works once.
 */
export async function totpStep(
  secret: string,
  code: string,
  now: Date,
  lastStep: number,
): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({ secret, token: code, epoch, epochTolerance: 30 });
  if (!result.valid) return null;
  const step = Math.floor(epoch / 30) + result.delta;
  return step > lastStep ? step : null;
}

const letters = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** Ten codes for the day the phone is gone; each works once. Shown once, kept as hashes. */
export function newRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const part = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  const codes = Array.from({ length: 10 }, () => `${part()}-${part()}`);
  return { codes, hashes: codes.map(recoveryHash) };
}

/** People type codes in lower case and without the dash. */
export const recoveryHash = (code: string): string => hashOf(code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
