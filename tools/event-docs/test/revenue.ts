import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { testFolder } from '@ayni/testing/test-folder';
import { until } from '@ayni/testing/until';
import { Follower, type Command } from './follower.js';
import { recordOf, reversal, sale, tableOf, type Record, type Sale } from './market-days.js';
import { Operator } from './topic.js';

/** The workspace, for what is installed in it. */
export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

const shows = (follower: Follower, sales: readonly Sale[], aside = 0): Promise<unknown> =>
  until((see) => {
    const { table, state } = follower;
    see({ table, aside: follower.aside, state });
    return JSON.stringify(table) === JSON.stringify(tableOf(sales)) && follower.aside === aside;
  });

const sales = (from: number, to: number): Sale[] => Array.from({ length: to - from }, (_, i) => sale(from + i));

/**
 * What a worked consumer of docs/integrators.md must do.
 * @param prepare makes the example that was copied to a folder ready, and says how it is run, without its options
 */
export function describeRevenue(language: string, prepare: (folder: string) => Promise<Command>): void {
  describe(`the worked consumer in ${language}`, () => {
    const running: Follower[] = [];
    const folder = testFolder();
    let command: Command;
    let operator: Operator;

    beforeAll(async () => {
      const example = join(PROJECT, 'examples/integrators', language.toLowerCase());
      await cp(example, folder, { recursive: true, filter: (path) => !/node_modules|\bdist\b|\.venv/.test(path) });
      command = await prepare(folder);
      operator = new Operator();
      await operator.connect();
    });

    afterEach(async () => {
      for (const follower of running.splice(0)) await follower.end('SIGKILL');
    });

    afterAll(async () => {
      await operator.disconnect();
      await rm(folder, { recursive: true, force: true });
    });

    /** A topic of its own, and a consumer that may be started on it again and again. */
    async function season() {
      const { topic, group } = await operator.topic();
      const place = await mkdtemp(join(folder, 'state-'));
      const follow = (state = 'state'): Follower => {
        const options = { brokers: operator.brokers, topic, group, state: join(place, state) };
        const follower = new Follower(command, options);
        running.push(follower);
        return follower;
      };
      const send = (records: readonly Record[]) => operator.send(topic, records);
      const forget = () => operator.forget(topic, group);
      return { follow, send, forget };
    }

    test('counts what comes twice once, and takes back what is reversed', async () => {
      const { follow, send } = await season();
      const sold = sales(0, 60);
      const [first, , third] = sold as [Sale, Sale, Sale];
      await send(sold.map((one) => recordOf(one)));
      await send([recordOf(reversal(third)), ...sold.slice(0, 20).map((one) => recordOf(one))]);
      const follower = follow();
      const standing = sold.filter((one) => one !== third);
      await shows(follower, [...standing, { ...third, data: { ...third.data, total: '0.00' } }]);

      await send([recordOf(first), recordOf(reversal(first))]);
      await shows(follower, [
        ...standing.slice(1),
        { ...first, data: { ...first.data, total: '0.00' } },
        { ...third, data: { ...third.data, total: '0.00' } },
      ]);
      expect(await follower.end('SIGTERM')).toBe(0);
    });

    test('killed in the middle and started again it loses nothing and counts nothing twice', async () => {
      const { follow, send, forget } = await season();
      const before = sales(0, 200);
      await send(before.map((one) => recordOf(one)));
      const first = follow();
      await shows(first, before);
      const after = sales(200, 2_000);
      await send(after.map((one) => recordOf(one)));
      expect(await first.end('SIGKILL')).toBe('SIGKILL');

      const second = follow();
      await shows(second, [...before, ...after]);
      expect(await second.end('SIGTERM')).toBe(0);

      // killed between its own commit and the broker's: all comes once more
      await forget();
      const last = sales(2_000, 2_001);
      await send(last.map((one) => recordOf(one)));
      const third = follow();
      await shows(third, [...before, ...after, ...last]);
      expect(third.state).toBe('running\n');
    });

    test('sets aside what is no event and what a gap comes before, and goes on', async () => {
      const { follow, send } = await season();
      const [known, broken, ...others] = sales(0, 12) as [Sale, Sale, ...Sale[]];
      const lost = sale(50);
      const { headers } = recordOf(known);
      await send([
        recordOf(known),
        { key: 'x', value: Buffer.from([0xff, 0x00, 0x7b]), headers },
        { key: 'x', value: '[]', headers },
        recordOf({ ...broken, data: { ...broken.data, total: 'much' } }),
        recordOf(reversal(broken)),
        recordOf(reversal(lost)),
        ...others.map((one) => recordOf(one)),
      ]);
      const follower = follow();
      await shows(follower, [known, ...others], 5);
      await until((see) => /sale\/R000050: 2 came where 1 was due/.test(see(follower.state)));
    });

    test('passes over types, versions and fields that it does not know, and misses nothing behind them', async () => {
      const { follow, send } = await season();
      const [one, two] = sales(0, 2) as [Sale, Sale];
      await send([
        recordOf({ ...one, data: { ...one.data, weather: 'hail' } }),
        recordOf({ ...one, id: randomUUID(), type: 'ayni.sales.sale-recorded.v2', aggregateseq: 2 }),
        recordOf({ ...reversal(one), aggregateseq: 3 }),
        recordOf(two),
      ]);
      await shows(follow(), [{ ...one, data: { ...one.data, total: '0.00' } }, two]);
    });

    test('a fresh state read from the beginning says the same', async () => {
      const { follow, send, forget } = await season();
      const sold = sales(0, 40);
      await send(sold.map((one) => recordOf(one)));
      const first = follow();
      await shows(first, sold);
      await first.end('SIGTERM');
      await forget();
      await shows(follow('rebuilt'), sold);
    });
  });
}
