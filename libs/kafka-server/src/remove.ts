import { realpath, rm } from 'node:fs/promises';

import { endBroker } from './broker.js';
import { filesOf } from './broker-files.js';

/** Ends the Kafka of `folder` at once, if one runs, whoever started it. */
export async function endKafka(folder: string): Promise<void> {
  await endBroker(filesOf(await realpath(folder).catch(() => folder)).data, 'at once');
}

/** Ends the Kafka of `folder`, if one runs, and deletes the folder with all that the broker kept. */
export async function removeKafka(folder: string): Promise<void> {
  await endKafka(folder);
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
