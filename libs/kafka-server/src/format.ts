import type { Translated } from '@ayni/kernel';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { BARE_ENVIRONMENT } from '@ayni/processes/config';
import { errorCode } from '@ayni/processes/error-code';
import { execute } from '@ayni/processes/execute';

import { archiveOf, type BrokerFiles } from './broker-files.js';
import { usersOf } from './secured.js';
import { settings } from './settings.js';

const TEMPORARY = 'kafka.new-';

/** The cluster that a node is of, and what its properties say of listeners and voters: the tool wants some, and forgets them. */
export type Membership = { readonly cluster: string; readonly places: string };

/**
 * Makes the broker's data where there are none, beside their place, and moves them there when they are whole, so that a
 * start that is cut short leaves nothing half made. Whoever calls holds the folder.
 */
export async function formatOnce(
  files: BrokerFiles,
  onNotice: (notice: Translated) => void,
  { cluster, places }: Membership = ALONE(),
): Promise<void> {
  const { folder, data, secured } = files;
  for (const name of await readdir(folder)) {
    // the tool of a start that was killed may still be writing: left to the next start
    if (name.startsWith(TEMPORARY))
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
  if (await isFormatted(data)) return;

  onNotice({ es: `Haciendo los datos de Kafka en ${data}.`, en: `Making the data of Kafka in ${data}.` });
  const temporary = join(folder, `${TEMPORARY}${randomBytes(4).toString('hex')}`);
  const properties = `${temporary}.properties`;
  await mkdir(temporary, { mode: 0o700 });
  await writeFile(properties, settings({ data: temporary, secured }) + places, { mode: 0o600 });
  try {
    await execute(
      files.java.program,
      [
        ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx96m', '-Dorg.slf4j.simpleLogger.defaultLogLevel=error'],
        `-XX:SharedArchiveFile=${archiveOf(files)}`,
        ...['-cp', join(files.jars, '*'), 'kafka.tools.StorageTool', 'format'],
        ...['-t', cluster, '-c', properties],
        ...(secured ? usersOf(secured) : []).flatMap(([name, password]) => [
          '--add-scram',
          `SCRAM-SHA-512=[name=${name},password=${password}]`,
        ]),
      ],
      { env: BARE_ENVIRONMENT },
    );
    await rename(temporary, data);
  } finally {
    await rm(properties, { force: true });
    await rm(temporary, { recursive: true, force: true });
  }
}

/** One that is a cluster by itself. */
const ALONE = (): Membership => ({
  cluster: clusterId(),
  places:
    'listeners=CLIENTS://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093\n' + 'controller.quorum.voters=1@127.0.0.1:9093\n',
});

/** A random one that does not begin with a hyphen, which tools would take for an option. */
export function clusterId(): string {
  const id = randomBytes(16);
  id[0] = (id[0] ?? 0) & 0x7f;
  return id.toString('base64url');
}

async function isFormatted(data: string): Promise<boolean> {
  try {
    await stat(join(data, 'meta.properties'));
    return true;
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    return false;
  }
}
