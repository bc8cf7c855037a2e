import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fieldOf, jsonOf } from '@ayni/kernel';
import { booksUrl } from '@ayni/testing-systems/books-url';
import { WORKSPACE } from '@ayni/testing/run-program';
import { until } from '@ayni/testing/until';
import pg from 'pg';
import type { Demo } from './demo.js';

const SAMPLES = join(WORKSPACE, 'libs/contracts/samples/sales');

/** Writes a sale of a product that nobody knows, and its reversal, as no door would. @returns the id of the sale, once it is parked */
export async function parkOddSale({ folder, coop }: Demo, receipt: string, product: string): Promise<string> {
  const sales = await connect(folder, 'sales');
  const sale = Object(await sample('sale-recorded'));
  const [line] = sale.lines;
  const ids = [
    await write(sales, coop, 'sale-recorded', receipt, 1, { ...sale, receipt, lines: [{ ...line, product }] }),
    await write(sales, coop, 'sale-reversed', receipt, 2, { ...Object(await sample('sale-reversed')), receipt }),
  ];
  await sales.end();
  const inventory = await connect(folder, 'inventory');
  await until(async () => {
    const { rows } = await inventory.query(`SELECT 1 FROM inbox WHERE event_id = ANY($1) AND state = 'parked'`, [ids]);
    return rows.length === ids.length;
  });
  await inventory.end();
  return ids[0] ?? '';
}

/** Changes rows of profit-sharing behind its back. */
export async function changeByHand({ folder }: Demo, sql: string, ...values: readonly string[]): Promise<void> {
  const books = await connect(folder, 'profit-sharing');
  const { rowCount } = await books.query(sql, [...values]);
  await books.end();
  if (rowCount !== 1) throw new Error(`${sql} changed ${rowCount} rows`);
}

async function connect(folder: string, service: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: await booksUrl(folder, service, 'superuser') });
  await client.connect();
  return client;
}

async function sample(name: string): Promise<unknown> {
  return fieldOf(jsonOf(await readFile(join(SAMPLES, `${name}.v1.json`), 'utf8')), 'data');
}

async function write(
  sales: pg.Client,
  coop: string,
  fact: string,
  receipt: string,
  seq: number,
  data: object,
): Promise<string> {
  const id = randomUUID();
  await sales.query(
    `INSERT INTO outbox (coop_id, event_id, aggregate, seq, type, command_id, occurred_at, data)
     SELECT coop_id, $1, $2, $3, $4, $5, now(), $6 FROM coops WHERE code = $7`,
    [id, `sale/${receipt}`, seq, `ayni.sales.${fact}.v1`, randomUUID(), JSON.stringify(data), coop],
  );
  return id;
}
