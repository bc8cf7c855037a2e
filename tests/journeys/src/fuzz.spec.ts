import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { fuzz } from './fuzz/fuzz.js';
import { startSystem } from './start-system.js';

const INPUTS = 600;
const SEED = 20261128;

let system: SystemProcess;
beforeAll(async () => {
  system = await startSystem(undefined, { AYNI_PROXIES: '1' });
});
afterAll(() => system.remove());

test(`${INPUTS} requests as nobody should send them are answered as the documents say, and what is refused stores nothing`, async () => {
  const { inputs, found, statuses } = await fuzz(system, { inputs: INPUTS, seed: SEED, tell: () => undefined });
  expect(found).toEqual([]);
  expect(inputs).toBe(INPUTS);
  // some of them are right, most are not
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '201', '400', '403', '404']));
});
