import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose';
import { uuidv7 } from 'uuidv7';

const FILE = 'signing-key.json';

/** The key that members signs tokens with, and the set that everybody verifies them by. */
export type SigningKeys = {
  readonly keyId: string;
  readonly key: CryptoKey;
  readonly publicKeys: JSONWebKeySet;
};

/** The folder's own Ed25519 key, made on the first start and readable by its owner only. */
export async function openKeys(folder: string): Promise<SigningKeys> {
  const path = join(folder, FILE);
  const jwk = await readFile(path, 'utf8').then(parseKey, () => undefined);
  return toKeys(jwk ?? (await makeKey(path)));
}

/** A private key that nobody has yet. */
export async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return { ...(await exportJWK(privateKey)), kid: uuidv7() };
}

/** What is published of a private key. */
export const publicHalf = ({ kty, crv, x, kid }: JWK): JWK => ({
  ...{ kty: kty ?? 'OKP', crv: crv ?? 'Ed25519', x: x ?? '' },
  ...(kid === undefined ? {} : { kid }),
  ...{ alg: 'EdDSA', use: 'sig' },
});

async function makeKey(path: string): Promise<JWK> {
  const jwk = await newKey();
  await writeFile(path, JSON.stringify(jwk), { mode: 0o600, flag: 'wx' });
  return jwk;
}

function parseKey(text: string): JWK {
  const jwk: unknown = JSON.parse(text);
  if (typeof jwk !== 'object' || jwk === null || !('kty' in jwk) || typeof jwk.kty !== 'string')
    throw new Error(`${FILE} holds no key`);
  return { ...jwk, kty: jwk.kty };
}

async function toKeys(jwk: JWK): Promise<SigningKeys> {
  const key = await importJWK(jwk, 'EdDSA');
  if (key instanceof Uint8Array || jwk.kid === undefined) throw new Error(`${FILE} holds no signing key`);
  return { keyId: jwk.kid, key, publicKeys: { keys: [publicHalf(jwk)] } };
}
