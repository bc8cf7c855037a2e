// Compiles what has changed, and makes of it the pages and the programs that people start. All of it looks first, in one
// process: it stands before every start.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
const settings = ['-b', 'tsconfig.build.json', '--builders', '1', '--checkers', '1'];

const { status, error } = spawnSync(process.execPath, [compiler, ...settings], { cwd: root, stdio: 'inherit' });
if (error) throw error;
if (status !== 0) process.exit(status ?? 1);
for (const script of ['services/web/build.mjs', 'tools/bundle/bundle.mjs'])
  await import(pathToFileURL(join(root, script)).href);
