import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { isAtRest } from './collect-at-rest.js';

test('a program that works for a twentieth of the time does not rest', () => {
  expect([0, 0.04, 0.05, 0.9].map(isAtRest)).toEqual([true, true, false, false]);
});

const program = new URL('../dist/collect-at-rest.js', import.meta.url).href;

/** What a program says of its memory that has much of it no more in use, and rests; V8 gives nothing back by itself. */
async function runWith(script: string): Promise<string> {
  const args = ['--no-memory-reducer', '--max-semi-space-size=32', '--input-type=module', '-e'];
  const child = spawn(
    process.execPath,
    [...args, `import { collectAtRest } from ${JSON.stringify(program)};\n${script}`],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return said;
}

test('a program that rests gives back what it does not use any more, and keeps what it does', async () => {
  const said = await runWith(`
    const inUse = Array.from({ length: 10_000 }, (_, i) => ({ i }));
    let held = Array.from({ length: 1_000_000 }, (_, i) => ({ i }));
    await new Promise((resolve) => setImmediate(resolve));
    const before = process.memoryUsage().heapUsed;
    held = [];
    collectAtRest(100);
    setInterval(() => {
      if (process.memoryUsage().heapUsed > before / 2) return;
      console.log('given back', inUse.length);
      process.exit();
    }, 20);`);
  expect(said).toBe('given back 10000\n');
});

test('a program that has nothing else to do ends', async () => {
  expect(await runWith('collectAtRest(100);')).toBe('');
});
