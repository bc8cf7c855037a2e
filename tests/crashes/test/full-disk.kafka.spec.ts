import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { testBrokers } from '@ayni/testing-systems/broker';
import { removePostgres, startPostgres, type PostgresServer } from '@ayni/testing-systems/servers';
import { until } from '@ayni/testing/until';
import { onSmallDisk, type SmallDisk } from '../src/small-disk.js';
import { SystemBooks } from '@ayni/testing-systems/system-books';
import type { SystemProcess } from '@ayni/testing-systems/system-process';
import { inspectFlow } from '../src/flaws.js';
import { openMarket } from '../src/market-system.js';
import { saleOf, type Market, type Sale } from '../src/market.js';
import type { Till } from '../src/till.js';

const DISK = '512m';
const SELLERS = 8;
/** So many refusals are looked at before there is space again. */
const REFUSALS = 40;

onSmallDisk(DISK, whatIsTried);

function whatIsTried({ disk, remove }: SmallDisk): void {
  const place = join(disk, 'books');
  const ballast = join(disk, 'ballast');
  let postgres: PostgresServer;
  let system: SystemProcess;
  let market: Market;
  let till: Till;

  beforeAll(async () => {
    postgres = await startPostgres({ folder: place, durable: true, onNotice: () => undefined });
    ({ system, market, till } = await openMarket({
      KAFKA_BROKERS: testBrokers(),
      DATABASE_URL: postgres.url('postgres', 'postgres'),
    }));
  });

  afterAll(async () => {
    await system.remove();
    await postgres.stop();
    await removePostgres(place);
    await remove();
  });

  /** Writes until there is no space left, to the last block. */
  async function fill(): Promise<void> {
    const file = await open(ballast, 'a');
    try {
      for (let size = 2 ** 20; size >= 4_096;) {
        const { bytesWritten } = await file.write(Buffer.alloc(size)).catch(() => ({ bytesWritten: 0 }));
        if (bytesWritten < size) size /= 2;
      }
    } finally {
      await file.close();
    }
  }

  describe('when the disk of the databases is full', () => {
    const refused: Sale[] = [];
    const answers = new Map<string, number>();

    test('who sells is told that it is full and that nothing was kept', async () => {
      for (let n = 0; n < 50; n += 1) await market.sell(saleOf(`BEFORE-${n}`, n));
      // a whole segment of log is there: its tables grow first, and a PostgreSQL without log gives up before it says why
      const server = await system.sql('sales', 'superuser');
      for (const text of ['SELECT pg_switch_wal()', 'CHECKPOINT']) await server.query(text);
      await fill();
      let next = 0;
      const sell = async (): Promise<void> => {
        while (refused.length < REFUSALS) {
          const sale = saleOf(`FULL-${next}`, next++);
          const { status, code } = await till.sell(sale);
          const answer = `${status} ${code}`;
          answers.set(answer, (answers.get(answer) ?? 0) + 1);
          if (status === 201) market.sold.set(sale.receipt, sale);
          else refused.push(sale);
          // what was left free was found by others: the disk stays full
          if (status === 201 && next % 100 === 0) await fill();
        }
      };
      await Promise.all(Array.from({ length: SELLERS }, sell));
      expect(answers.get('503 disk-full')).toBeGreaterThan(0);
      // a PostgreSQL that gives up starts again meanwhile
      expect([...answers.keys()].filter((answer) => answer !== '201 ' && !answer.startsWith('503 '))).toEqual([]);
    });

    test('all goes on as soon as there is space: what was refused is sold, and nothing is lost or counted twice', async () => {
      await rm(ballast);
      for (const sale of refused) {
        await until(async (see) => see(await till.sell(sale)).status === 201);
        market.sold.set(sale.receipt, sale);
      }
      const books = await SystemBooks.open(system);
      await books.quiet();
      expect((await inspectFlow(books)).flaws).toEqual([]);
      const { held, due } = await market.sums();
      expect(held).toEqual(due);
    });
  });
}
