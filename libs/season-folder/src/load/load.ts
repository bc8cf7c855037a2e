import type { Client, Command, ServiceName } from '@ayni/api-client/client';
import type { CheckedFolder } from '../check.js';
import type { Row, Table } from '../files.js';
import { changed, readReceipts } from '../receipts.js';
import { readRows } from '../rows.js';
import { Batch } from './batch.js';
import { Flight } from './flight.js';
import { marketRow, saleRow, seasonRow, WORDS, type ApiRow } from './words.js';

/** Told while a folder is loaded: how many of a file's records are in. */
export type OnLoaded = (file: string, done: number, total: number) => void;

/** Requests under way at once. */
const UNDER_WAY = 4;

const OTHERS: readonly ServiceName[] = ['production', 'inventory', 'sales', 'profit-sharing'];

/**
 * Loads a checked folder through the public API. Every record has its own code and every request a key of its own
 * that follows from it, so loading the same folder again changes nothing.
 */
export async function loadFolder(
  client: Client,
  folder: CheckedFolder,
  onLoaded: OnLoaded = () => undefined,
): Promise<void> {
  const load = new Load(client, folder, onLoaded);
  await load.known('households');
  await load.known('members');
  await load.known('products');
  await load.known('units');
  await load.table('structures');
  await load.rows('markets', '/api/sales/v1/markets', folder.markets.map(marketRow));
  await load.table('grants');
  await load.rows('season', '/api/profit-sharing/v1/seasons', [seasonRow(folder.coop)]);
  const harvests: Command[] = [];
  await load.table('harvests', (command) => harvests.push(command));
  await load.table('deliveries');
  // what was lost must have been there, as inventory knows it
  for (const command of harvests) await client.settled(command, 'inventory');
  await load.table('losses');
  await load.work();
  await load.table('care');
  await load.table('expenses');
  await load.table('advances');
  await load.sales();
}

class Load {
  constructor(
    private readonly client: Client,
    private readonly folder: CheckedFolder,
    private readonly onLoaded: OnLoaded,
  ) {}

  /** Loads what records of other services refer to, and waits until they know it. */
  async known(table: 'households' | 'members' | 'products' | 'units'): Promise<void> {
    const commands: Command[] = [];
    await this.table(table, (command) => commands.push(command));
    for (const service of OTHERS) for (const command of commands) await this.client.settled(command, service);
  }

  async table(table: Exclude<Table, 'sales' | 'work'>, onSent?: (command: Command) => void): Promise<void> {
    await this.#load(table, async (rows) => {
      const command = await this.client.command(WORDS[table].path, { rows });
      onSent?.(command);
    });
  }

  /** Work records, of which only those that the folder calls confirmed are confirmed. */
  async work(): Promise<void> {
    const { path } = WORDS.work;
    await this.#load('work', async (rows, records) => {
      await this.client.command(path, { rows });
      const codes = rows.filter((_, index) => records[index]?.cells.confirmed === 'yes').map(({ code }) => code);
      if (codes.length > 0) await this.client.command(`${path}/confirmations`, { codes });
    });
  }

  async sales(): Promise<void> {
    const flight = new Flight(UNDER_WAY);
    const batch = new Batch<ApiRow>();
    let done = 0;
    const send = (rows: ApiRow[]): Promise<void> =>
      flight.add(async () => {
        await this.client.command('/api/sales/v1/sales', { rows });
        done += rows.length;
        this.onLoaded('sales', done, this.folder.receipts);
      });
    for await (const receipts of readReceipts(this.folder.path, this.folder.scattered)) {
      for (const receipt of receipts) {
        const full = batch.add(saleRow(receipt), receipt.lines.length);
        if (full) await send(full);
      }
    }
    const rest = batch.take();
    if (rest.length > 0) await send(rest);
    await flight.landed();
  }

  async rows(file: string, path: string, rows: readonly ApiRow[]): Promise<void> {
    const batch = new Batch<ApiRow>();
    const full = rows.map((row) => batch.add(row));
    for (const part of [...full, batch.take()]) {
      if (part !== undefined && part.length > 0) await this.client.command(path, { rows: part });
    }
    this.onLoaded(file, rows.length, rows.length);
  }

  async #load<T extends Exclude<Table, 'sales'>>(
    table: T,
    send: (rows: ApiRow[], records: Row<T>[]) => Promise<void>,
  ): Promise<void> {
    const total = this.folder.records[table];
    const flight = new Flight(UNDER_WAY);
    const batch = new Batch<ApiRow>();
    const { row: worded } = WORDS[table];
    const records: Row<T>[] = [];
    let done = 0;
    const post = (rows: ApiRow[]): Promise<void> => {
      const sent = records.splice(0, rows.length);
      return flight.add(async () => {
        await send(rows, sent);
        done += rows.length;
        this.onLoaded(table, done, total);
      });
    };
    for await (const { rows } of readRows(this.folder.path, table, changed)) {
      for (const row of rows) {
        const full = batch.add(worded(row));
        if (full) await post(full);
        records.push(row);
      }
    }
    const rest = batch.take();
    if (rest.length > 0) await post(rest);
    await flight.landed();
  }
}
