import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { isAtRest } from './collect-at-rest.js';

test('a program that works for a twentieth of the time does not rest', () => {
  expect([0, 0.04, 0.05, 0.9].map(isAtRest)).toEqual([true, true, false, false]);
});

const program = new URL('../dist/collect-at-rest.js', import.meta.url).href;

/** What a program says that has some memory in use and looks often, and ends as it collects for the second time. */
async function runWith(...options: string[]): Promise<string> {
  const script = `import { collectAtRest } from ${JSON.stringify(program)};
    const inUse = Array.from({ length: 1_000_000 }, (_, i) => ({ i }));
    let times = 0;
    if (globalThis.gc) globalThis.gc = () => { console.log('collected', inUse.length); if ((times += 1) === 2) process.exit(); };
    collectAtRest(100);
    if (globalThis.gc) setInterval(() => undefined, 1_000);`;
  const child = spawn(process.execPath, [...options, '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return said;
}

test('a program that rests collects by itself, twice', async () => {
  expect(await runWith('--expose-gc')).toBe('collected 1000000\n'.repeat(2));
});

test('a program that was started without that option runs and ends as ever', async () => {
  expect(await runWith()).toBe('');
});
