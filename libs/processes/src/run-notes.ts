import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { markOf, type Mark } from './process.js';

/** The folder of a system that says who runs. */
export const RUN = 'run';

/** What is written down of a service's process, for the next start and for whoever wants to run another one of it. */
export type RunNotes = Mark & {
  readonly service: string;
  /** Where its door is; null before it is open. */
  readonly url: string | null;
  /** What it was told; its secrets by their files. */
  readonly environment: Readonly<Record<string, string>>;
};

export async function writeNotes(
  run: string,
  { service, pid, url, environment }: Omit<RunNotes, 'start'>,
): Promise<void> {
  const notes: RunNotes = { service, ...(await markOf(pid)), url, environment };
  const temporary = join(run, `${service}.draft`);
  await writeFile(temporary, `${JSON.stringify(notes, undefined, 2)}\n`, { mode: 0o600 });
  await rename(temporary, fileOf(run, service));
}

/** Undefined where there are none, or half ones. */
export async function readNotes(run: string, service: string): Promise<RunNotes | undefined> {
  const found = await readFile(fileOf(run, service), 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch(() => undefined);
  const of = (name: string): unknown =>
    typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  const [pid, start, url] = [of('pid'), of('start'), of('url')];
  if (typeof pid !== 'number' || typeof start !== 'string') return undefined;
  const told = Object.entries(of('environment') ?? {}).filter(
    (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { service, pid, start, url: typeof url === 'string' ? url : null, environment: Object.fromEntries(told) };
}

export const dropNotes = (run: string, service: string): Promise<void> => rm(fileOf(run, service), { force: true });

const fileOf = (run: string, service: string): string => join(run, `${service}.json`);
