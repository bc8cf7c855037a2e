import { createHmac, hash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that is read for another. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;

/** A one-time code of 100 random bits, in groups as people copy them: `7K3QX-…`. */
export const newSetupCode = (): string => inGroups(randomBytes(LENGTH));

/** The code of everybody who has `secret`: several processes of one system offer the same. */
export const setupCodeOf = (secret: string): string =>
  inGroups(createHmac('sha256', secret).update('ayni set-up code').digest().subarray(0, LENGTH));

function inGroups(bytes: Uint8Array): string {
  const letters = [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.replace(/.{5}(?=.)/g, '$&-');
}

/** What is kept of a code; dashes, spaces and the case of letters do not count, and O is 0, I and L are 1. */
export const setupCodeDigest = (code: string): Buffer =>
  hash(
    'sha256',
    code
      .toUpperCase()
      .replace(/[^0-9A-Z]/g, '')
      .replaceAll('O', '0')
      .replace(/[IL]/g, '1'),
    'buffer',
  );
