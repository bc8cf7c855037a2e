// Compiles what has changed, and makes of it the pages and the programs that people start. All of it looks first, in one
// process: it stands before every start. Where nothing was touched since all of it was made, nobody looks any further.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
const settings = ['-b', 'tsconfig.build.json', '--builders', '1', '--checkers', '1'];
const ROOMS = ['apps', 'libs', 'services', 'tests', 'tools'];
/** Goes with the programs. */
const stamp = join(root, 'dist/programs/.built');

/** When what is written, and what is made of it, was touched last. */
function touched() {
  const [written, made] = [createHash('sha256'), createHash('sha256')];
  const note = (path, hash) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  const walk = (folder, hash) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isFile()) note(path, hash);
      else if (entry.isDirectory() && entry.name !== 'node_modules') walk(path, entry.name === 'dist' ? made : hash);
    }
  };
  for (const entry of readdirSync(root, { withFileTypes: true }))
    if (entry.isFile()) note(join(root, entry.name), written);
  for (const room of ROOMS) walk(join(root, room), written);
  return { written: written.digest('hex'), made: made.digest('hex') };
}

function lastBuilt() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return '';
  }
}

const { written, made } = touched();
if (lastBuilt() !== `${written} ${made}`) {
  const { status, error } = spawnSync(process.execPath, [compiler, ...settings], { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
  for (const script of ['services/web/build.mjs', 'tools/bundle/bundle.mjs'])
    await import(pathToFileURL(join(root, script)).href);
  // what was written meanwhile is not in what was made
  writeFileSync(stamp, `${written} ${touched().made}`);
}
