import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

/** What Chrome 109 has of JavaScript, the oldest browser that the pages are for; Firefox 115 and Safari 16.4 have more. */
const FLOOR = 'es2022';
const CHECK = join(import.meta.dirname, '../../../node_modules/es-check/lib/cli/index.js');
const DIST = join(import.meta.dirname, '../dist');

test('the oldest browsers that the pages are for know the syntax of what was built, and the methods that it calls', async () => {
  const files = [join(DIST, 'assets/*.js'), join(DIST, 'sw.js')];
  const checking = promisify(execFile)(process.execPath, [CHECK, FLOOR, ...files, '--module', '--checkFeatures']);
  // it ends with another status where something is too young, and says what
  await expect(checking.then(({ stdout }) => stdout)).resolves.toContain('ES-Check passed');
});
