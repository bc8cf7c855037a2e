import { readFile } from 'node:fs/promises';
import { importJWK, type CryptoKey } from 'jose';

/** The key of a file of its own, as `members` signs tokens with it. */
export type SigningKeyFile = {
  readonly key: CryptoKey;
  readonly keyId: string;
  /** The private half as text: what only those know who may sign. */
  readonly secret: string;
};

/** @throws Error that names the file, where it holds no private Ed25519 key */
export async function readSigningKey(file: string): Promise<SigningKeyFile> {
  try {
    const jwk: unknown = JSON.parse(await readFile(file, 'utf8'));
    const part = (name: string): string => {
      const text: unknown = typeof jwk === 'object' && jwk !== null ? Reflect.get(jwk, name) : undefined;
      if (typeof text !== 'string' || text === '') throw new Error(`no "${name}"`);
      return text;
    };
    const [crv, x, d, keyId] = [part('crv'), part('x'), part('d'), part('kid')];
    const key = await importJWK({ kty: 'OKP', crv, x, d }, 'EdDSA');
    if (key instanceof Uint8Array) throw new Error('no private key');
    return { key, keyId, secret: d };
  } catch (error) {
    throw new Error(`AYNI_SIGNING_KEY_FILE names ${file}, which holds no private Ed25519 key with a "kid"`, {
      cause: error,
    });
  }
}
