import { Explained, type Translated } from '@ayni/kernel';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { abandonedPaths, temporaryPath } from '@ayni/processes/temporary-path';
import { errorCode } from '@ayni/processes/error-code';
import { execute } from '@ayni/processes/execute';

import { makeArchive } from './archive.js';
import { endBroker } from './broker.js';
import { cacheFolder } from './config.js';
import { installMaven, type Java } from './java.js';
import { archiveOf, filesOf } from './broker-files.js';

const POM = fileURLToPath(new URL('../../../infra/kafka/pom.xml', import.meta.url));

/**
 * The folder with Kafka's jars, fetched by Maven where it is missing, and with the archive of their classes. Each version
 * of the pom has a folder of its own, made beside its place and moved there when it is whole, so that a fetch that is cut
 * short leaves nothing half.
 * @throws Explained where Maven is missing or cannot fetch them
 */
export async function findJars(java: Java, onNotice: (notice: Translated) => void): Promise<string> {
  const pom = await readFile(POM);
  const version = createHash('sha256').update(pom).digest('hex').slice(0, 12);
  const cache = cacheFolder();
  const jars = join(cache, `kafka-${version}`);
  const prefix = join(cache, 'kafka.new-');
  await mkdir(cache, { recursive: true });
  await sweep(prefix);
  if (await exists(archiveOf({ java, jars }))) return jars;

  onNotice({
    es: `Trayendo Kafka a ${jars}; se hace una sola vez.`,
    en: `Fetching Kafka into ${jars}; this happens once.`,
  });
  if (!(await exists(jars))) await fetch(jars, temporaryPath(prefix));
  await makeArchive(java, jars, temporaryPath(prefix));
  return jars;
}

async function fetch(jars: string, temporary: string): Promise<void> {
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${temporary}`, '-DincludeScope=runtime'];
  try {
    // in our whole environment: Maven needs its settings, its proxies and its home
    await execute('mvn', ['-q', '-B', '-f', POM, ...goal]);
    await rename(temporary, jars);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') throw installMaven(error);
    const otherWasQuicker = await exists(jars);
    if (!otherWasQuicker)
      throw new Explained(
        { es: `No se pudo traer Kafka: ${String(error)}`, en: `Kafka could not be fetched: ${String(error)}` },
        { cause: error },
      );
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Removes what fetches that were cut short left behind. */
async function sweep(prefix: string): Promise<void> {
  for (const temporary of await abandonedPaths(prefix)) {
    await endBroker(filesOf(temporary).data, 'at once');
    // the Maven of a fetch that was killed may still be writing: left to the next start
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
