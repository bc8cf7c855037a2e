import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SERVICES } from '@ayni/contracts';
import type { Answer } from '@ayni/api-client/answer';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { Caller } from './caller.js';
import { startSystem } from './start-system.js';

let system: SystemProcess;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.remove());

const NAME = /^[a-z]+(?:-[a-z]+)*\.[a-z]+$/;

/** Whether an answer that goes well says what it holds. */
const saysWhat = (answer: Answer): boolean =>
  answer.field('content').value !== undefined &&
  answer.field('content').entries.every(([, { value }]) => JSON.stringify(value).length > '{"schema":{}}'.length);

test.each(SERVICES)(
  'every operation of %s has a name of its own, such as losses.record, and says what it answers',
  async (service) => {
    const { body: document } = await new Caller(system.url).get(`/docs/${service}.json`);
    const names = new Map<string, string>();
    const lacking: string[] = [];
    for (const [path, operations] of document.field('paths').entries)
      for (const [verb, operation] of operations.entries) {
        const route = `${verb.toUpperCase()} ${path}`;
        const name = String(operation.field('operationId').value);
        const other = names.get(name);
        names.set(name, route);
        if (!NAME.test(name)) lacking.push(`${route}: the name ${name}`);
        if (other !== undefined) lacking.push(`${route}: a name that ${other} has not`);
        const well = operation.field('responses').entries.filter(([status]) => status.startsWith('2'));
        if (well.length === 0 || !well.every(([, answer]) => saysWhat(answer)))
          lacking.push(`${route}: what it answers`);
      }
    expect(names.size).toBeGreaterThan(0);
    expect(lacking).toEqual([]);
  },
);
