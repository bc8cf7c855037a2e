import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

const program = (first: string): string =>
  `import { outliveOutput } from '@ayni/processes/outlive-output';
   ${first}
   console.log('a');
   setTimeout(() => {
     console.log('b');
     setTimeout(() => process.exit(7));
   });`;

async function run(first: string): Promise<unknown> {
  const words = [process.execPath, '--input-type=module', '-e', program(first)];
  const child = spawn('bash', ['-c', 'exec "$0" "$@" > /dev/full 2>&1', ...words], { cwd: import.meta.dirname });
  const [status] = await once(child, 'exit');
  return status;
}

test('a program goes on where nothing that it says can be written', async () => {
  expect(await run('outliveOutput();')).toBe(7);
  expect(await run('')).toBe(1);
});
