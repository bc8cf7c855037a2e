import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Loads a program as `npm run build` has bundled it, which takes a third of the time; where there are no bundles, as in
 * an image, from its modules. Either way it runs as it is loaded.
 */
export async function loadProgram(name: string, fromModules: () => Promise<unknown>): Promise<void> {
  const bundle = new URL(`../../../dist/programs/${name}.js`, import.meta.url);
  await (existsSync(fileURLToPath(bundle)) ? import(bundle.href) : fromModules());
}
