import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@ayni/testing/until';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { TOKEN_ALGORITHM, TOKEN_ISSUER, TokenVerifier } from '@ayni/http/auth/token';
import { KeyFile } from './key-file.js';

type Pair = { readonly kid: string; readonly published: JWK; readonly key: CryptoKey };

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ayni-keys-'));
  file = join(folder, 'public-keys.json');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function pair(kid: string): Promise<Pair> {
  const { publicKey, privateKey } = await generateKeyPair(TOKEN_ALGORITHM, { extractable: true });
  return { kid, published: { ...(await exportJWK(publicKey)), kid }, key: privateKey };
}

const publish = (...pairs: Pair[]): Promise<void> =>
  writeFile(file, JSON.stringify({ keys: pairs.map(({ published }) => published) }));

const tokenBy = ({ kid, key }: Pair): Promise<string> =>
  new SignJWT({ coop: '01890000-0000-7000-8000-000000000000', roles: ['manager'] })
    .setProtectedHeader({ alg: TOKEN_ALGORITHM, kid })
    .setSubject('rosa')
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_ISSUER)
    .setExpirationTime('10m')
    .sign(key);

test('a token by a key that was added to the file holds soon, and those by the earlier key go on to hold', async () => {
  const [first, second] = [await pair('first'), await pair('second')];
  await publish(first);
  const keys = await KeyFile.open(file);
  const verify = async (by: Pair): Promise<string> =>
    (await new TokenVerifier(keys.find).verify(await tokenBy(by), new Date())).user;
  expect(await verify(first)).toBe('rosa');
  await expect(verify(second)).rejects.toMatchObject({ code: 'bad-token' });

  await publish(first, second);
  await until(() => verify(second));
  expect(await verify(first)).toBe('rosa');
  expect((await keys.published()).keys.map(({ kid }) => kid)).toEqual(['first', 'second']);
});

test('a file that is just being written takes nothing away', async () => {
  const [first, second] = [await pair('first'), await pair('second')];
  await publish(first);
  const keys = await KeyFile.open(file);
  const verifier = new TokenVerifier(keys.find);
  await writeFile(file, '{"keys":[{"kty"');
  await expect(verifier.verify(await tokenBy(second), new Date())).rejects.toMatchObject({ code: 'bad-token' });
  expect((await verifier.verify(await tokenBy(first), new Date())).user).toBe('rosa');
});

test('a file without keys, or with a private one among them, is refused by its name', async () => {
  const { key } = await pair('secret');
  for (const content of ['', '{}', '{"keys":[]}', JSON.stringify({ keys: [await exportJWK(key)] })]) {
    await writeFile(file, content);
    await expect(KeyFile.open(file)).rejects.toThrow(file);
  }
  await expect(KeyFile.open(join(folder, 'missing'))).rejects.toThrow('AYNI_PUBLIC_KEYS_FILE');
});
