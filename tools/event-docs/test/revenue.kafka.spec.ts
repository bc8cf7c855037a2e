import { spawnSync } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT, describeRevenue } from './revenue.js';

describeRevenue('TypeScript', async (folder) => {
  // what `npm install && npm run build` does there
  await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
  const compiler = join(PROJECT, 'node_modules/typescript/bin/tsc');
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The example does not compile:\n${stdout}`);
  return { program: process.execPath, args: [join(folder, 'dist/revenue.js')], env: {} };
});
