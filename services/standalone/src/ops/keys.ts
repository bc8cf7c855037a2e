import { randomBytes } from 'node:crypto';
import { chmod, chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { JWK } from 'jose';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { dataFolder } from '../config.js';
import { newKey, publicHalf } from '../keys.js';
import { Complaint } from './complaint.js';
import { DATA_OPTION, type AddCommand, type Desk } from './desk.js';
import { exists, SECRETS } from './reach-system.js';

/** A service that meets a key that it does not know looks for it at most every two seconds. */
const LOOK_MS = 3_000;
/** A token lasts ten minutes; the clocks of two machines may differ a little. */
const TOKENS_MS = 11 * 60_000;

/** `keys rotate`, `keys retire`: another key to sign sessions with, and the end of the ones before. */
export const addKeys: AddCommand = (program, desk) => {
  const keys = program.command('keys').description('the keys that sessions are signed with');
  keys
    .command('rotate')
    .description('sign with a new key from now on; who is signed in stays so')
    .option(...DATA_OPTION)
    .action((options: { data?: string }) => rotate(options, desk));
  keys
    .command('retire')
    .description('let earlier keys hold no longer; eleven minutes after a rotation at the earliest')
    .option(...DATA_OPTION)
    .action((options: { data?: string }) => retire(options, desk));
};

/** First everybody can verify by the new key, then members signs with it. */
async function rotate({ data }: { data?: string }, { say, signal }: Desk): Promise<void> {
  const { signing, published } = await findKeys(data);
  const key = await newKey();
  await replace(published, { keys: [publicHalf(key), ...(await readKeys(published))] });
  await pause(LOOK_MS, undefined, { signal });
  await replace(signing, key);
  console.log(say('rotated', { kid: key.kid ?? '' }));
}

async function retire({ data }: { data?: string }, { say }: Desk): Promise<void> {
  const { signing, published } = await findKeys(data);
  const age = Date.now() - (await stat(signing)).mtimeMs;
  if (age < TOKENS_MS) throw new Complaint('tooSoon', { minutes: String(Math.ceil((TOKENS_MS - age) / 60_000)) });
  const current: unknown = JSON.parse(await readFile(signing, 'utf8'));
  const keys = await readKeys(published);
  const kept = keys.filter(
    ({ kid }) => typeof current === 'object' && current !== null && kid === Reflect.get(current, 'kid'),
  );
  if (kept.length === 0) throw new Error(`${published} does not hold the key of ${signing}`);
  await replace(published, { keys: kept });
  console.log(say('retired', { count: String(keys.length - kept.length) }));
}

/** The files of services that are processes; a laptop makes itself a new key where its own is gone. */
async function findKeys(data: string | undefined): Promise<{ signing: string; published: string }> {
  const folder = dataFolder(data, 'cluster');
  const [signing, published] = [join(folder, SECRETS, 'signing-key.json'), join(folder, SECRETS, 'public-keys.json')];
  if (await exists(join(folder, 'signing-key.json'))) throw new Complaint('keyOfLaptop', { folder });
  for (const path of [signing, published]) if (!(await exists(path))) throw new Complaint('notFound', { path });
  return { signing, published };
}

const PublishedKeys = Type.Object({
  keys: Type.Array(Type.Object({ kty: Type.String(), crv: Type.String(), x: Type.String(), kid: Type.String() })),
});

async function readKeys(path: string): Promise<JWK[]> {
  const found: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!Value.Check(PublishedKeys, found)) throw new Error(`${path} holds no set of public keys`);
  return found.keys;
}

/** Whole or not at all, for whoever could read the file before. */
async function replace(path: string, content: object): Promise<void> {
  const { mode, uid, gid } = await stat(path);
  const draft = `${path}.${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${JSON.stringify(content)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  await chmod(draft, mode);
  if (process.getuid?.() === 0) await chown(draft, uid, gid);
  await rename(draft, path);
}
