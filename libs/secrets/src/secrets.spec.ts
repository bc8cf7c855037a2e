import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync, sign, verify, createPrivateKey, createPublicKey } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { newKey, publicHalf, readPrivateKey, readPublicKeys } from './keys.js';
import { newPasswords } from './passwords.js';
import { Secrets } from './secrets.js';

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ayni-secrets-'));
});

afterAll(() => rm(root, { recursive: true, force: true }));

const fresh = (): Promise<string> => mkdtemp(join(root, 'system-'));

const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o777;

const secret = fc.string({ minLength: 1, unit: 'binary' });
const anyPasswords = fc.record({ migrator: secret, runtime: secret, relay: secret, operator: secret });

describe('what is made', () => {
  test('is read back, in files for their owner only, and stays as it is', async () => {
    const secrets = await Secrets.open(Secrets.of(await fresh()).folder);
    const passwords = await secrets.openPasswords('sales');
    expect(new Set(Object.values(passwords)).size).toBe(4);
    expect(await secrets.findPasswords('sales')).toEqual(passwords);
    expect(await secrets.findPasswords('inventory')).toBeUndefined();
    const key = await readPrivateKey(secrets.signingKeyFile);
    const published = await readPublicKeys(secrets.publicKeysFile);
    expect(published).toEqual([key && publicHalf(key)]);

    const again = await Secrets.open(secrets.folder);
    expect(await again.openPasswords('sales')).toEqual(passwords);
    expect(await readPrivateKey(again.signingKeyFile)).toEqual(key);
    expect(await readPublicKeys(again.publicKeysFile)).toEqual(published);

    const files = await readdir(secrets.folder);
    expect(files.sort()).toEqual(['public-keys.json', 'sales-database.json', 'signing-key.json']);
    expect(await modeOf(secrets.folder)).toBe(0o700);
    for (const file of files) expect(await modeOf(join(secrets.folder, file))).toBe(0o600);
  });

  test('is a key whose published half verifies what it signs, and tells nothing of the private one', async () => {
    const key = newKey();
    const published = publicHalf(key);
    const signed = sign(null, Buffer.from('a token'), createPrivateKey({ key, format: 'jwk' }));
    expect(
      verify(null, Buffer.from('a token'), createPublicKey({ key: { ...published }, format: 'jwk' }), signed),
    ).toBe(true);
    expect(JSON.stringify(published)).not.toContain(key.d);
  });

  test('is one and the same for all who make it at once, and no temporary file is left', async () => {
    const folder = await fresh();
    const makers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const secrets = await Secrets.open(folder);
        return JSON.stringify([
          await secrets.openPasswords('members'),
          await readPrivateKey(secrets.signingKeyFile),
          await readPublicKeys(secrets.publicKeysFile),
        ]);
      }),
    );
    expect(new Set(makers).size).toBe(1);
    expect((await readdir(folder)).length).toBe(3);
  });

  test('gives way to passwords that were made elsewhere, whatever is in them', async () => {
    const secrets = new Secrets(await fresh());
    await fc.assert(
      fc.asyncProperty(anyPasswords, async (given) => {
        expect(await secrets.openPasswords('sales', given)).toEqual(given);
        expect(await secrets.openPasswords('sales')).toEqual(given);
      }),
      { numRuns: 50 },
    );
  });
});

describe('another key', () => {
  test('comes besides the others, and ends them when they retire', async () => {
    const secrets = await Secrets.open(await fresh());
    const kids = async (): Promise<string[]> => (await readPublicKeys(secrets.publicKeysFile)).map(({ kid }) => kid);
    const [first = ''] = await kids();
    const key = newKey();
    await secrets.publish(key);
    await secrets.publish(key);
    expect(await kids()).toEqual([key.kid, first]);
    await secrets.signWith(key);
    expect(await readPrivateKey(secrets.signingKeyFile)).toEqual(key);
    expect(await secrets.retire()).toBe(1);
    expect(await secrets.retire()).toBe(0);
    expect(await readPublicKeys(secrets.publicKeysFile)).toEqual([publicHalf(key)]);
  });

  test('takes nobody the right to read', async () => {
    const secrets = await Secrets.open(await fresh());
    for (const file of [secrets.signingKeyFile, secrets.publicKeysFile]) await chmod(file, 0o444);
    const key = newKey();
    await secrets.publish(key);
    await secrets.signWith(key);
    for (const file of [secrets.signingKeyFile, secrets.publicKeysFile]) expect(await modeOf(file)).toBe(0o444);
  });

  test('that nobody could verify ends none', async () => {
    const secrets = await Secrets.open(await fresh());
    await secrets.signWith(newKey());
    const before = await readFile(secrets.publicKeysFile, 'utf8');
    await expect(secrets.retire()).rejects.toThrow(secrets.publicKeysFile);
    expect(await readFile(secrets.publicKeysFile, 'utf8')).toBe(before);
  });
});

describe('a file that was not written by the product', () => {
  const key = newKey();
  const { migrator: _, ...three } = newPasswords();
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const wrong = {
    'signing-key.json': [publicHalf(key), { ...key, x: newKey().x }, { ...key, kid: '' }, { ...key, d: 'AA' }, p256],
    'public-keys.json': [{}, { keys: [key] }, { keys: [{ ...publicHalf(key), kid: 1 }] }, { keys: 'none' }],
    'sales-database.json': [three, { ...three, migrator: '' }, { ...three, migrator: 5 }, []],
  };
  const whole = {
    'signing-key.json': key,
    'public-keys.json': { keys: [publicHalf(key)] },
    'sales-database.json': newPasswords(),
  };

  const refused = async (name: string, text: string): Promise<void> => {
    const folder = await fresh();
    await writeFile(join(folder, name), text);
    const opened = Secrets.open(folder).then((secrets) => secrets.openPasswords('sales'));
    await expect(opened).rejects.toThrow(join(folder, name));
    expect(await readFile(join(folder, name), 'utf8')).toBe(text);
  };

  test.each(Object.entries(wrong))('%s is refused by its name, and left as it is', async (name, contents) => {
    for (const content of [null, 'text', ...contents]) await refused(name, JSON.stringify(content));
  });

  test.each(Object.entries(whole))('%s that was written in part is refused too', async (name, content) => {
    const text = JSON.stringify(content);
    const part = fc.integer({ min: 0, max: text.length - 1 }).map((length) => text.slice(0, length));
    await fc.assert(
      fc.asyncProperty(part, (half) => refused(name, half)),
      { numRuns: 30 },
    );
  });

  test('holds where it is good: a set keeps what else it says of its keys', async () => {
    const secrets = new Secrets(await fresh());
    const mine = { ...publicHalf(newKey()), note: 'of the office' };
    await writeFile(secrets.publicKeysFile, JSON.stringify({ keys: [mine] }));
    await secrets.publish(key);
    expect(await readPublicKeys(secrets.publicKeysFile)).toEqual([publicHalf(key), mine]);
  });
});
