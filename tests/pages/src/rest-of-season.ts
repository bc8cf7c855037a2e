import { join } from 'node:path';
import type { Client, Command } from '@ayni/api-client/client';
import type { ServiceName } from '@ayni/contracts';
import { fileShape, type Table } from '@ayni/season-folder/files';
import { readFolder, type SeasonFolder } from '@ayni/season-folder/folder';
import { loadRows } from '@ayni/season-folder/load/load-rows';
import { recordRow, saleRow, type ApiRow } from '@ayni/season-folder/load/words';
import { readReceipts } from '@ayni/season-folder/receipts';
import { readRows } from '@ayni/season-folder/rows';
import { WORKSPACE } from '@ayni/testing/run-program';

export const CHACOMA = join(WORKSPACE, 'examples/chacoma');

/** So many rows go in one request. */
const AT_ONCE = 250;

/**
 * Loads what people note day by day over a season, as a program does it: harvests, deliveries, work, losses and receipts
 * of the example. What stands in registers and spreadsheets has to be there.
 * @param confirmer another person, who confirms the work
 */
export async function loadRestOfSeason(client: Client, confirmer: Client): Promise<void> {
  const folder = await readFolder(CHACOMA);
  const harvests = await load(client, 'harvests', await rowsOf(folder, 'harvests'));
  await heardBy(client, 'inventory', harvests);
  for (const table of ['deliveries', 'losses', 'care'] as const) await load(client, table, await rowsOf(folder, table));
  await load(client, 'work', await rowsOf(folder, 'work'));
  const confirmed = await confirmedIn(folder);
  for (const codes of inParts(confirmed)) await confirmer.post('/api/production/v1/confirmations', { codes });
  const sales: ApiRow[] = [];
  for await (const { receipts } of readReceipts(folder, fail)) sales.push(...receipts.map(saleRow));
  await load(client, 'sales', sales);
}

async function rowsOf<T extends Table>(folder: SeasonFolder, table: T): Promise<ApiRow[]> {
  const all: ApiRow[] = [];
  for await (const { rows } of readRows(folder.path, table, fail))
    all.push(...rows.map((row) => recordRow(table, row, folder.beforeCodes)));
  return all;
}

async function confirmedIn(folder: SeasonFolder): Promise<unknown[]> {
  const codes: unknown[] = [];
  for await (const { rows } of readRows(folder.path, 'work', fail))
    for (const row of rows)
      if (row.cells.confirmed === 'yes') codes.push(recordRow('work', row, folder.beforeCodes)['code']);
  return codes;
}

async function load(client: Client, table: Table, rows: readonly ApiRow[]): Promise<Command[]> {
  const commands: Command[] = [];
  for (const part of inParts(rows)) {
    const { command, faults } = await loadRows(client, fileShape(table).path, part);
    if (faults.length > 0) throw new Error(`${table}: ${JSON.stringify(faults[0])}`);
    if (command !== undefined) commands.push(command);
  }
  return commands;
}

async function heardBy(client: Client, service: ServiceName, commands: readonly Command[]): Promise<void> {
  for (const command of commands) await client.settled(command, service);
}

const inParts = <Item>(all: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, part) => all.slice(part * AT_ONCE, (part + 1) * AT_ONCE));

const fail = (finding: { readonly file: string; readonly what: string }): never => {
  throw new Error(`${finding.file}: ${finding.what}`);
};
