import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { isWorthIt } from './collect-at-rest.js';

test('what work left is given back at rest, never while there is work, and never for little', () => {
  expect(isWorthIt(0.01, 40_000_000)).toBe(true);
  expect(isWorthIt(0.5, 40_000_000)).toBe(false);
  expect(isWorthIt(0.01, 1_000_000)).toBe(false);
});

const program = new URL('../dist/collect-at-rest.js', import.meta.url).href;

/** What a program says that looks often, with some memory in use, and ends with its first look that finds it worth it. */
async function runWith(...options: string[]): Promise<string> {
  const script = `import { collectAtRest } from ${JSON.stringify(program)};
    const inUse = Array.from({ length: 1_000_000 }, (_, i) => ({ i }));
    if (globalThis.gc) globalThis.gc = () => { console.log('collected', inUse.length); process.exit(); };
    collectAtRest(100);
    if (globalThis.gc) setInterval(() => undefined, 1_000);`;
  const child = spawn(process.execPath, [...options, '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return said;
}

test('a program that rests collects by itself', async () => {
  expect(await runWith('--expose-gc')).toBe('collected 1000000\n');
});

test('a program that was started without that option runs and ends as ever', async () => {
  expect(await runWith()).toBe('');
});
