import { randomBytes } from 'node:crypto';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SERVICES } from '@ayni/contracts';
import { makeFolders } from '@ayni/processes/make-folders';
import { Secrets } from '@ayni/secrets/secrets';

const SUPERUSER = 'postgres-password';

/**
 * Makes the files of secrets that docker-compose.yml names: the passwords of the databases and the keys of tokens. The
 * folder opens for its owner only; the files in it may be read, since Docker hands each of them to a container as it
 * is, whose user is not the folder's owner.
 * @throws Error where there is anything in the folder already
 */
async function makeSecrets(folder: string): Promise<void> {
  await makeFolders(folder, 0o700);
  const found = await readdir(folder);
  if (found.length > 0)
    throw new Error(`${folder} is not empty (${found.join(', ')}): the secrets of a system are never made over.`);
  await chmod(folder, 0o700);
  const secrets = await Secrets.open(folder);
  for (const service of SERVICES) await secrets.openPasswords(service);
  await writeFile(join(folder, SUPERUSER), randomBytes(24).toString('base64url'), {
    mode: 0o600,
    flag: 'wx',
    flush: true,
  });
  for (const name of await readdir(folder)) await chmod(join(folder, name), 0o444);
}

const [asked, ...others] = process.argv.slice(2);
if (asked === undefined || others.length > 0) {
  console.error('make-secrets FOLDER');
  process.exitCode = 2;
} else {
  try {
    await makeSecrets(resolve(asked));
    console.log(`The secrets are in ${resolve(asked)}. Keep a copy of them away from this machine.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
