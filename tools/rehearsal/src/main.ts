import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '@ayni/processes/run';
import { build } from './build.js';
import { environmentOf, Rehearsal } from './rehearse.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(tmpdir(), `ayni-rehearsal-${process.pid}`);
const began = performance.now();
const onStep = (text: string): void => console.log(`${((performance.now() - began) / 1000).toFixed(1)} s  ${text}`);

await mkdir(folder);
try {
  const plan = { project, folder, environment: environmentOf(process.env), onStep };
  const rehearsal = await Rehearsal.start(plan, await build({ ...plan, folder: join(folder, 'build') }));
  await rehearsal.stop();
  onStep('all ended in order');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await run('chmod', ['-R', 'u+w', folder]);
  await rm(folder, { recursive: true, force: true });
}
process.exit();
