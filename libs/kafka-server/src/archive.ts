import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { freePort } from '@ayni/processes/port';

import { answers } from './answers.js';
import { endBroker, launchBroker } from './broker.js';
import { formatOnce } from './format.js';
import type { Java } from './java.js';
import { archiveOf, filesOf, type BrokerFiles } from './broker-files.js';

const PATIENCE_MS = 60_000;

/**
 * Lets a broker of no use run once and has Java keep the classes that it loaded beside the jars: every later start then
 * takes half the time. Where that fails, starts only stay slow, and an empty archive says not to try again.
 */
export async function makeArchive(java: Java, jars: string, folder: string): Promise<void> {
  const temporary = join(folder, 'classes.jsa');
  const files: BrokerFiles = { ...filesOf(folder), java, jars, secured: undefined };
  await mkdir(folder, { recursive: true });
  try {
    await formatOnce(files, () => undefined);
    const port = await freePort();
    const launched = await launchBroker(files, port, `-XX:ArchiveClassesAtExit=${temporary}`);
    const until = Date.now() + PATIENCE_MS;
    while (!launched.ended() && Date.now() < until && !(await answers(port, undefined))) await pause(50);
    await endBroker(files.data, 'in order');
    await rename(temporary, archiveOf(files));
  } catch {
    await endBroker(files.data, 'at once');
    await writeFile(archiveOf(files), '', { flag: 'a' });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
