import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { fieldOf } from '@ayni/kernel';
import { findOrMake, read, textIn } from './file.js';

/** An Ed25519 key to sign tokens with, as a JWK; they name it by its `kid`. */
export type PrivateKey = {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly d: string;
  readonly kid: string;
};

/** A key that tokens are verified by, as a JWK. */
export type PublicKey = {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly kid: string;
  readonly alg?: string;
  readonly use?: string;
};

/** A key that nobody has yet. */
export function newKey(): PrivateKey {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', x, d, kid: randomBytes(9).toString('base64url') };
}

/** What is published of a key. */
export const publicHalf = ({ kty, crv, x, kid }: PrivateKey): PublicKey => ({
  ...{ kty, crv, x, kid },
  ...{ alg: 'EdDSA', use: 'sig' },
});

/** The key in a file of its own, made where there is none. @throws Error that names a file without one */
export const openPrivateKey = (file: string): Promise<PrivateKey> => findOrMake(file, readPrivateKey, newKey);

/** The key in a file of its own; undefined where there is no file. @throws Error that names a file without one */
export const readPrivateKey = (file: string): Promise<PrivateKey | undefined> =>
  read(file, 'holds no private Ed25519 key with a "kid"', privateKeyIn);

/** The keys of a published set; none where there is no file. @throws Error that names a file that holds anything else */
export const readPublicKeys = async (file: string): Promise<PublicKey[]> =>
  (await read(file, 'holds no set of public keys', publicKeysIn)) ?? [];

function privateKeyIn(found: unknown): PrivateKey {
  const text = (name: string): string => textIn(found, name);
  const key = { kty: 'OKP', crv: 'Ed25519', x: text('x'), d: text('d'), kid: text('kid') } as const;
  const isPair = createPublicKey({ key, format: 'jwk' }).equals(
    createPublicKey(createPrivateKey({ key, format: 'jwk' })),
  );
  if (!isPair || text('crv') !== key.crv || key.kid === '') throw new Error('It is another key');
  return key;
}

function publicKeysIn(found: unknown): PublicKey[] {
  const keys = fieldOf(found, 'keys');
  if (!Array.isArray(keys) || !keys.every(isPublicKey)) throw new Error('There are other things in it');
  return keys;
}

const isPublicKey = (key: unknown): key is PublicKey =>
  ['kty', 'crv', 'x', 'kid'].every((name) => textIn(key, name) !== '') && !Object.hasOwn(Object(key), 'd');
