import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { errorCode } from '@ayni/processes/error-code';

import type { Java } from './java.js';
import type { Secured } from './secured.js';

/** The files of one broker, and what it runs with. */
export type BrokerFiles = {
  readonly folder: string;
  readonly data: string;
  readonly properties: string;
  readonly log: string;
  readonly notes: string;
  readonly java: Java;
  readonly jars: string;
  readonly secured: Secured | undefined;
};

export const filesOf = (folder: string) => ({
  folder,
  data: join(folder, 'kafka'),
  properties: join(folder, 'kafka.properties'),
  log: join(folder, 'kafka.log'),
  notes: join(folder, 'kafka.json'),
});

/** Where this Java keeps the classes that a broker loads, ready for the next one. */
export const archiveOf = ({ java, jars }: Pick<BrokerFiles, 'java' | 'jars'>): string =>
  join(jars, `classes-${java.version}.jsa`);

/** The port that the broker of an earlier start listened on. */
export async function lastPort(notes: string): Promise<number | undefined> {
  try {
    const found: unknown = JSON.parse(await readFile(notes, 'utf8'));
    if (typeof found !== 'object' || found === null || !('port' in found)) return undefined;
    return typeof found.port === 'number' ? found.port : undefined;
  } catch (error) {
    // half written by a start that was cut short: any other port serves as well
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

export const notePort = (notes: string, port: number): Promise<void> =>
  writeFile(notes, `${JSON.stringify({ port })}\n`, { mode: 0o600 });
