import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { isLookedAt, type Surroundings } from './browser.js';

const execute = promisify(execFile);

const atDesk: Surroundings = { platform: 'linux', isTerminal: true, env: { DISPLAY: ':0' } };

test.each<[string, Partial<Surroundings>]>([
  ['Linux with X', {}],
  ['Linux with Wayland', { env: { WAYLAND_DISPLAY: 'wayland-0' } }],
  ['macOS', { platform: 'darwin', env: {} }],
  ['Windows', { platform: 'win32', env: {} }],
  ['a shell that says that it is no build server', { env: { DISPLAY: ':0', CI: 'false' } }],
])('the browser opens by itself on %s', (_, other) => {
  expect(isLookedAt({ ...atDesk, ...other })).toBe(true);
});

test.each<[string, Partial<Surroundings>]>([
  ['the output goes into a file or another program', { isTerminal: false }],
  ['there is no display, as over ssh', { env: {} }],
  ['the display is named by nothing', { env: { DISPLAY: '' } }],
  ['a build server is at work', { env: { DISPLAY: ':0', CI: 'true' } }],
  ['a build server is at work on macOS', { platform: 'darwin', env: { CI: '1' } }],
])('no browser opens where %s', (_, other) => {
  expect(isLookedAt({ ...atDesk, ...other })).toBe(false);
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('what opens is the address, in the browser that the machine names', async () => {
  const folder = testFolder();
  const [browser, seen] = [join(folder, 'browser'), join(folder, 'seen')];
  await mkdir(folder, { recursive: true });
  await writeFile(browser, `#!/bin/sh\necho "$1" > ${seen}\n`, { mode: 0o755 });
  // a program of its own: Jest's tests have an environment that is not handed on
  const built = new URL('../dist/browser.js', import.meta.url).href;
  const program = `(await import('${built}')).openBrowser('http://127.0.0.1:4500')`;
  await execute(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, BROWSER: browser },
  });
  expect(await until(() => readFile(seen, 'utf8'))).toBe('http://127.0.0.1:4500\n');
});
