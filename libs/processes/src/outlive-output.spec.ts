import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

const program = `
  console.log('a');
  setTimeout(() => {
    console.log('b');
    setTimeout(() => process.exit(7));
  });`;
const loaded = `
  import { loadProgram } from '@ayni/processes/load-program';
  await loadProgram('of-a-test', async () => {${program}});`;

async function run(text: string): Promise<unknown> {
  const words = [process.execPath, '--input-type=module', '-e', text];
  const child = spawn('bash', ['-c', 'exec "$0" "$@" > /dev/full 2>&1', ...words], { cwd: import.meta.dirname });
  const [status] = await once(child, 'exit');
  return status;
}

test('a program goes on where nothing that it says can be written', async () => {
  expect(await run(loaded)).toBe(7);
  expect(await run(program)).toBe(1);
});
