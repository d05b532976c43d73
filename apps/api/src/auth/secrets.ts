import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** How tokens are kept: they are random and long, so one fast hash is enough. Hex. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
