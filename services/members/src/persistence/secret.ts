import { hash, randomBytes } from 'node:crypto';

/** A secret that nobody guesses, as text. */
export const newSecret = (bytes: number): string => randomBytes(bytes).toString('base64url');

/** As what a secret is kept: it is random, so that a fast hash gives nothing of it away. */
export const secretDigest = (secret: string): string => hash('sha256', secret, 'base64url');
