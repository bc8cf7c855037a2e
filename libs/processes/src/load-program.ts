import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { outliveOutput } from './outlive-output.js';

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));
const BUNDLES = join(PROJECT, 'dist/programs');

/**
 * Loads a program as `npm run build` has bundled it, which takes a third of the time; where it was not, as in an image,
 * or where something was compiled since, from its modules. Either way it runs as it is loaded, and goes on
 * where what it says cannot be written.
 */
export async function loadProgram(name: string, fromModules: () => Promise<unknown>): Promise<void> {
  outliveOutput();
  // a mask may keep others from the files of these books, and never their owner
  process.umask(process.umask() & 0o077);
  const bundle = join(BUNDLES, `${name}.js`);
  const bundled = changedAt(bundle) && changedAt(join(BUNDLES, '.made-of'));
  const isWhole = bundled > 0 && compiled().every((moment) => moment <= bundled);
  await (isWhole ? import(pathToFileURL(bundle).href) : fromModules());
}

/** When each project was compiled. */
const compiled = (): number[] =>
  ['apps', 'libs', 'services'].flatMap((room) =>
    readdirSync(join(PROJECT, room)).map((project) => changedAt(join(PROJECT, room, project, 'dist/.tsbuildinfo'))),
  );

/** In milliseconds; 0 of a file that is not there. */
const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
