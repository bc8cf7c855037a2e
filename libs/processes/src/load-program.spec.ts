import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const MODULE = new URL('../dist/load-program.js', import.meta.url).href;

test.each([
  ['777', '77'],
  ['077', '77'],
  ['022', '22'],
])('a program started under a mask of %s may read the files that it makes', (mask, left) => {
  const program = `const { loadProgram } = await import('${MODULE}');
    await loadProgram('none', async () => console.log(process.umask().toString(8)));`;
  const words = [process.execPath, '--input-type=module', '-e', program];
  const said = execFileSync('bash', ['-c', `umask ${mask}; exec "$0" "$@"`, ...words], { encoding: 'utf8' });
  expect(said.trim()).toBe(left);
});
