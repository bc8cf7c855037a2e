import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startKafka, startPostgres } from '../src/servers.js';
import { testFolder } from '@ayni/testing/test-folder';

/** Where a suite that never ends says who runs, for whoever interrupts it; one with a broker of its own, if it is to. */
const { ENDLESS_NOTES = '', ENDLESS_KAFKA } = process.env;

/** What the suites of a run that is to be interrupted do: each has servers of its own, and waits. */
export const neverEnd = (name: string): void =>
  test('never ends', async () => {
    const quiet = { onNotice: () => undefined };
    const postgres = await startPostgres({ folder: testFolder(), durable: false, ...quiet });
    const kafka = ENDLESS_KAFKA ? await startKafka({ folder: testFolder(), ...quiet }) : undefined;
    await writeFile(join(ENDLESS_NOTES, name), String(process.pid));
    await new Promise((resolve) => setInterval(resolve, 2 ** 30));
    expect([postgres, kafka]).toBeTruthy();
  });
