import { beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import { TOKEN_ALGORITHM, TOKEN_ISSUER, TokenVerifier } from './token.js';

const COOP = '01980000-0000-7000-8000-000000000001';
const NOW = new Date('2026-03-02T16:00:00Z');
const seconds = NOW.getTime() / 1000;
const CLAIMS = {
  sub: 'ana',
  coop: COOP,
  roles: ['manager'],
  iss: TOKEN_ISSUER,
  aud: TOKEN_ISSUER,
  exp: seconds + 60,
};

let published: { keys: Awaited<ReturnType<typeof exportJWK>>[] };
let verifier: TokenVerifier;
let own: CryptoKey;
beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair(TOKEN_ALGORITHM);
  own = privateKey;
  published = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: TOKEN_ALGORITHM, use: 'sig' }] };
  verifier = new TokenVerifier(published);
});

const sign = (claims: object, key: CryptoKey | Uint8Array = own, alg = TOKEN_ALGORITHM): Promise<string> =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg, kid: 'k1' }).sign(key);

const refused = (token: string, now = NOW): Promise<void> =>
  expect(verifier.verify(token, now)).rejects.toMatchObject({ code: 'bad-token', kind: 'unauthenticated' });

describe('a token', () => {
  test('says who asks, for which co-op and with which roles; a role that is none counts for nothing', async () => {
    const token = await sign({ ...CLAIMS, roles: ['manager', 'root', 7], member: '007' });
    const ana = {
      user: 'ana',
      coop: COOP,
      roles: ['manager'],
      member: '007',
      version: null,
      access: null,
      scopes: null,
      choosing: false,
    };
    expect(await verifier.verify(token, NOW)).toEqual(ana);
    expect(await verifier.verify(await sign(CLAIMS), NOW)).toEqual({ ...ana, member: null });
  });

  test('that another key signed is refused, though it names the published one', async () => {
    const { privateKey } = await generateKeyPair(TOKEN_ALGORITHM);
    await refused(await sign(CLAIMS, privateKey));
  });

  test('of another algorithm is refused: none, or one that takes the published key for a secret', async () => {
    await refused(new UnsecuredJWT(CLAIMS).encode());
    const [key] = published.keys;
    for (const secret of [JSON.stringify(key), String(key?.x)])
      await refused(await sign(CLAIMS, new TextEncoder().encode(secret.padEnd(32)), 'HS256'));
  });

  test('of another algorithm is refused though its key is published too', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const both = new TokenVerifier({ keys: [...published.keys, { ...(await exportJWK(publicKey)), kid: 'k1' }] });
    const token = await sign(CLAIMS, privateKey, 'ES256');
    await expect(both.verify(token, NOW)).rejects.toMatchObject({ code: 'bad-token' });
    await both.verify(await sign(CLAIMS), NOW);
  });

  test('whose claims were changed after it was signed is refused', async () => {
    const [header, , signature] = (await sign(CLAIMS)).split('.');
    const claims = Buffer.from(JSON.stringify({ ...CLAIMS, roles: ['president'] })).toString('base64url');
    await refused(`${header}.${claims}.${signature}`);
  });

  test('ends, also for a verifier that has seen it before', async () => {
    const token = await sign(CLAIMS);
    await verifier.verify(token, new Date(NOW.getTime() + 59_999));
    await refused(token, new Date(NOW.getTime() + 60_000));
    await refused(await sign({ ...CLAIMS, exp: seconds - 1 }));
  });

  test.each([
    ['for somebody else', { aud: 'others' }],
    ['of another issuer', { iss: 'others' }],
    ['without an end', { exp: undefined }],
    ['without a user', { sub: undefined }],
    ['without a co-op', { coop: undefined }],
    ['of a co-op that is none', { coop: 'COOP-1' }],
    ['without roles', { roles: undefined }],
    ['with one role for a list', { roles: 'manager' }],
    ['that is not valid yet', { nbf: seconds + 30 }],
  ])('%s is refused', async (_, claims) => {
    await refused(await sign({ ...CLAIMS, ...claims }));
  });

  test.each(['', 'x', 'a.b.c', '..', `${'x'.repeat(10_000)}.y.z`])('is not %.20s', async (text) => {
    await refused(text);
  });
});
