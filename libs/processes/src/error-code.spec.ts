import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';

import { errorCode } from './error-code.js';

test('an error of the system has its code, and whatever has none an empty one', async () => {
  const missing: unknown = await readFile('/nowhere/at/all').catch((error: unknown) => error);
  expect(errorCode(missing)).toBe('ENOENT');
  for (const other of [new Error('ENOENT'), 'ENOENT', undefined, null]) expect(errorCode(other)).toBe('');
});
