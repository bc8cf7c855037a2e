import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newKey } from '@ayni/secrets/keys';
import { Secrets, SIGNING_KEY } from '@ayni/secrets/secrets';
import { dataFolder } from './config.js';
import { Complaint } from './complaint.js';
import { DATA_OPTION, type AddCommand, type OpsContext } from './ops-context.js';
import { exists } from './open-system.js';

/** A service that meets a key that it does not know looks for it at most every two seconds. */
const LOOK_MS = 3_000;
/** A token lasts ten minutes; the clocks of two machines may differ a little. */
const TOKENS_MS = 11 * 60_000;

/** `keys rotate`, `keys retire`: another key to sign sessions with, and the end of the ones before. */
export const addKeys: AddCommand = (program, context) => {
  const keys = program.command('keys').description('the keys that sessions are signed with');
  keys
    .command('rotate')
    .description('sign with a new key from now on; who is signed in stays so')
    .option(...DATA_OPTION)
    .action((options: { data?: string }) => rotate(options, context));
  keys
    .command('retire')
    .description('let earlier keys hold no longer; eleven minutes after a rotation at the earliest')
    .option(...DATA_OPTION)
    .action((options: { data?: string }) => retire(options, context));
};

/** First everybody can verify by the new key, then members signs with it. */
async function rotate({ data }: { data?: string }, { say, signal }: OpsContext): Promise<void> {
  const secrets = await findSecrets(data);
  const key = newKey();
  await secrets.publish(key);
  await pause(LOOK_MS, undefined, { signal });
  await secrets.signWith(key);
  console.log(say('rotated', { kid: key.kid }));
}

async function retire({ data }: { data?: string }, { say }: OpsContext): Promise<void> {
  const secrets = await findSecrets(data);
  const age = Date.now() - (await stat(secrets.signingKeyFile)).mtimeMs;
  if (age < TOKENS_MS) throw new Complaint('tooSoon', { minutes: String(Math.ceil((TOKENS_MS - age) / 60_000)) });
  console.log(say('retired', { count: String(await secrets.retire()) }));
}

/** Those of services that are processes; a laptop makes itself a new key where its own is gone. */
async function findSecrets(data: string | undefined): Promise<Secrets> {
  const folder = dataFolder(data, 'cluster');
  const secrets = Secrets.of(folder);
  if (await exists(join(folder, SIGNING_KEY))) throw new Complaint('keyOfLaptop', { folder });
  for (const path of [secrets.signingKeyFile, secrets.publicKeysFile])
    if (!(await exists(path))) throw new Complaint('notFound', { path });
  return secrets;
}
