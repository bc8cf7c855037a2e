import type { Client, Command, ServiceName } from '@ayni/api-client/client';
import { mistakeInCoop } from '../coop.js';
import { fileShape, TABLES, type Row, type Table } from '../files.js';
import { mistakesIn, type SeasonFolder } from '../folder.js';
import { byFirstDay } from '../memberships.js';
import { Findings, MOST_MISTAKES, type Finding } from '../mistake.js';
import { changed, readReceipts } from '../receipts.js';
import { readRows } from '../rows.js';
import { Batch } from './batch.js';
import { bringBack, depart, giveUp, type Entered } from './enter.js';
import { findFault, type Source } from './find-fault.js';
import { Flight } from './flight.js';
import { Known } from './known.js';
import { loadRows } from './load-rows.js';
import { DebtsLeft, FundsLeft, type MoneyLeft } from './money-left.js';
import {
  fundRows,
  marketRow,
  placeInSeason,
  placeOfFund,
  recordRow,
  saleRow,
  seasonRow,
  type ApiRow,
} from './api-rows.js';

/** Told while a folder is loaded: how many of a file's records are in. */
export type OnLoaded = (file: string, done: number, total: number) => void;

/** Requests under way at once. */
const UNDER_WAY = 4;

const OTHERS: readonly ServiceName[] = ['production', 'inventory', 'sales', 'profit-sharing'];

/** Who must know what records of other services refer to; what was lost must have been there, as inventory knows it. */
const AWAITED: Readonly<Partial<Record<Table, readonly ServiceName[]>>> = {
  households: OTHERS,
  products: OTHERS,
  units: OTHERS,
  harvests: ['inventory'],
};

/**
 * Loads a folder through the public API. Every record has its own code and every request a key of its own that follows
 * from it, so loading the same folder again changes nothing. Where the API refuses records the others are loaded, so
 * that all that is wrong is told at once: a system that was given a folder with mistakes is to be thrown away.
 * @param inBook what earlier folders of the same book brought, and who confirms the work
 * @throws FolderMistakes when everything was tried
 */
export async function loadFolder(
  client: Client,
  folder: SeasonFolder,
  onLoaded: OnLoaded = () => undefined,
  { known, confirmer }: InBook = { known: new Known(), confirmer: client },
): Promise<void> {
  const load = new Load(client, folder, onLoaded, known, confirmer);
  await load.season();
  await load.markets();
  for (const table of TABLES) {
    if (table === 'sales') await load.sales();
    else if (table === 'work') await load.work();
    else if (table === 'members') await load.members();
    else if (table === 'households') await load.households();
    else if (table === 'certificates') await load.certificates();
    else if (table === 'repayments') await load.repayments();
    else if (table === 'fund-uses') await load.fundUses();
    else await load.awaited(table, AWAITED[table] ?? []);
  }
  const inCoop = await Promise.all(load.inCoop.map(({ place, what }) => mistakeInCoop(folder.path, place, what)));
  known.seasons += 1;
  if (inCoop.length + load.findings.all.length > 0) throw await mistakesIn(folder.path, load.findings, inCoop);
}

/** The record of a source that has one. */
function first<T extends Table>({ records: [row] }: Source<T>): Row<T> {
  if (!row) throw new Error('a source without a record');
  return row;
}

type InBook = { readonly known: Known; readonly confirmer: Client };

/** A row of a request, and where in the folder it comes from. */
type Brought<T extends Table> = { readonly row: ApiRow; readonly source: Source<T>; readonly weight: number };

/** Told of the records that were loaded. */
type OnSent<T extends Table> = (records: readonly Row<T>[], command: Command | undefined) => Promise<void> | void;

class Load {
  readonly findings: Findings;
  /** What is wrong with `coop.json`. */
  readonly inCoop: { readonly place: readonly string[]; readonly what: string }[] = [];

  constructor(
    private readonly client: Client,
    private readonly folder: SeasonFolder,
    private readonly onLoaded: OnLoaded,
    private readonly known: Known,
    private readonly confirmer: Client,
  ) {
    this.findings = new Findings(MOST_MISTAKES, folder.findings);
  }

  /** The season and the funds that its rules name. */
  async season(): Promise<void> {
    const { coop } = this.folder;
    const funds = fundRows(coop).filter(({ row }) => this.known.isNew('funds', String(row['code'])));
    if (funds.length > 0) {
      const rows = funds.map(({ row }) => row);
      const { faults } = await loadRows(this.client, '/api/profit-sharing/v1/funds', rows);
      for (const { row, place, detail } of faults) {
        const fund = funds[row];
        if (fund) this.#inCoop(placeOfFund(fund, place), detail);
      }
    }
    const { faults } = await loadRows(this.client, '/api/profit-sharing/v1/seasons', [seasonRow(this.folder)]);
    for (const { code, place, detail } of faults)
      if (code !== 'unknown-fund' || this.inCoop.length === 0) this.#inCoop(placeInSeason(place, coop), detail);
    this.onLoaded('season', 1, 1);
  }

  /** What only follows from what was said of the same place is not said. */
  #inCoop(place: readonly string[], what: string): void {
    if (!this.inCoop.some((one) => one.place.join('/') === place.join('/'))) this.inCoop.push({ place, what });
  }

  /** Loads records and waits until the services know them. */
  async awaited<T extends Exclude<Table, 'sales'>>(
    table: T,
    services: readonly ServiceName[],
    onSent: (records: readonly Row<T>[]) => void = () => undefined,
  ): Promise<void> {
    const commands: Command[] = [];
    await this.table(table, (records, command) => {
      onSent(records);
      if (command) commands.push(command);
    });
    for (const service of services) for (const command of commands) await this.client.settled(command, service);
  }

  /** Families, and how they are paid once profit-sharing knows them. */
  async households(): Promise<void> {
    const transfers: Row<'households'>[] = [];
    await this.awaited('households', OTHERS, (records) => {
      transfers.push(...records.filter(({ cells }) => cells.pays === 'transfer'));
    });
    const rows = transfers.map(({ cells }) => ({ code: cells.code, pays: cells.pays }));
    if (rows.length > 0) await loadRows(this.client, '/api/profit-sharing/v1/payees', rows);
  }

  /** Persons with their first period; who left since, or came back, is entered once she is known, period by period. */
  async members(): Promise<void> {
    const { path, returns } = this.folder;
    await this.awaited('members', OTHERS);
    const commands: Command[] = [];
    const again: Source<'members'>[] = [];
    for await (const { rows, indexOf } of readRows(path, 'members', this.#again))
      for (const row of rows) {
        const source: Source<'members'> = { records: [row], indexOf };
        if (this.known.isFilled('members', row, 'left_on')) commands.push(...(await this.#entered(source, depart)));
        if (returns.has(row.number) && this.known.isNewRow('members', row)) again.push(source);
        this.known.add('members', row);
      }
    for (const source of again.toSorted((a, b) => byFirstDay(first(a), first(b))))
      commands.push(...(await this.#entered(source, bringBack)));
    for (const service of OTHERS) for (const command of commands) await this.client.settled(command, service);
  }

  /** Certificates, of which some are given up again. */
  async certificates(): Promise<void> {
    await this.awaited('certificates', []);
    for await (const { rows, indexOf } of readRows(this.folder.path, 'certificates', this.#again))
      for (const row of rows) {
        if (this.known.isFilled('certificates', row, 'given_up_on'))
          await this.#entered({ records: [row], indexOf }, giveUp, 'certificates');
        this.known.add('certificates', row);
      }
  }

  /** What was brought back, never more than is left of a debt. */
  async repayments(): Promise<void> {
    await this.#capped('repayments', new DebtsLeft(this.client));
  }

  /** What was used of funds, never more than is in one, each under a resolution of its own. */
  async fundUses(): Promise<void> {
    await this.#capped('fund-uses', new FundsLeft(this.client));
  }

  async #capped<T extends 'repayments' | 'fund-uses'>(table: T, left: MoneyLeft<T>): Promise<void> {
    const sources: Source<T>[] = [];
    for await (const { rows, indexOf } of readRows(this.folder.path, table, this.#again))
      sources.push(...rows.map((row) => ({ records: [row], indexOf })));
    if (sources.length === 0) return;
    await left.read();
    const inOrder = sources.toSorted((a, b) => left.inOrder(first(a), first(b)));
    for (const source of inOrder) await this.#entered(source, (client, row) => left.enter(client, row), table);
    this.onLoaded(table, sources.length, sources.length);
  }

  /** Enters one record; what it is refused for is told of it. */
  async #entered<T extends Table>(
    source: Source<T>,
    enter: (client: Client, row: Row<T>) => Promise<Entered>,
    table = 'members' as T,
  ): Promise<Command[]> {
    const { command, fault } = await enter(this.client, first(source));
    if (fault) findFault(this.findings, table, source, fault);
    return command ? [command] : [];
  }

  async table<T extends Exclude<Table, 'sales'>>(table: T, onSent?: OnSent<T>): Promise<void> {
    const total = this.folder.records[table] - (table === 'members' ? this.folder.returns.size : 0);
    await this.#load(table, total, this.#records(table), onSent);
  }

  /** Work records, of which only those that the folder calls confirmed are confirmed. */
  async work(): Promise<void> {
    await this.table('work', async (records) => {
      const codes = records
        .filter(({ cells }) => cells.confirmed === 'yes')
        .map((record) => recordRow('work', record, this.folder.beforeCodes)['code']);
      if (codes.length > 0) await this.confirmer.command('/api/production/v1/confirmations', { codes });
    });
  }

  async sales(): Promise<void> {
    await this.#load('sales', this.folder.receipts, this.#receipts());
  }

  /** The markets that receipts name. What is wrong with one is told of its receipts. */
  async markets(): Promise<void> {
    const markets = this.folder.markets.filter((market) => this.known.isNew('markets', market));
    if (markets.length > 0) await loadRows(this.client, '/api/sales/v1/markets', markets.map(marketRow));
    this.onLoaded('markets', markets.length, markets.length);
  }

  async *#records<T extends Table>(table: T): AsyncGenerator<Brought<T>[]> {
    for await (const { rows, indexOf } of readRows(this.folder.path, table, this.#again)) {
      const { returns, beforeCodes } = this.folder;
      const sent = rows.filter(
        (row) => (table !== 'members' || !returns.has(row.number)) && this.known.isNewRow(table, row),
      );
      yield sent.map((row) => {
        // members and certificates are looked at once more
        if (table !== 'members' && table !== 'certificates') this.known.add(table, row);
        return { row: recordRow(table, row, beforeCodes), source: { records: [row], indexOf }, weight: 1 };
      });
    }
  }

  async *#receipts(): AsyncGenerator<Brought<'sales'>[]> {
    for await (const { receipts, indexOf } of readReceipts(this.folder, this.#again)) {
      yield receipts.map((receipt) => ({
        row: saleRow(receipt),
        source: { records: receipt.lines, indexOf },
        weight: receipt.lines.length,
      }));
    }
  }

  /** A file that could be read must read the same again. */
  readonly #again = (finding: Finding): void => {
    const { findings } = this.folder;
    if (!findings.more && !findings.ofFile(finding.file)) changed(finding);
  };

  async #load<T extends Table>(
    table: T,
    total: number,
    handfuls: AsyncGenerator<Brought<T>[]>,
    onSent: OnSent<T> = () => undefined,
  ): Promise<void> {
    const flight = new Flight(UNDER_WAY);
    const batch = new Batch<Brought<T>>();
    let done = 0;
    const send = (brought: readonly Brought<T>[]): Promise<void> =>
      flight.add(async () => {
        const rows = brought.map(({ row }) => row);
        const { command, faults } = await loadRows(this.client, fileShape(table).path, rows);
        const refused = new Set(faults.map(({ row }) => row));
        for (const fault of faults) {
          const source = brought[fault.row]?.source;
          if (source) findFault(this.findings, table, source, fault);
        }
        const kept = brought.filter((_, index) => !refused.has(index));
        await onSent(
          kept.flatMap(({ source }) => source.records),
          command,
        );
        done += rows.length;
        this.onLoaded(table, done, total);
      });
    for await (const handful of handfuls) {
      if (this.findings.full) break;
      for (const brought of handful) {
        const full = batch.add(brought, brought.row, brought.weight);
        if (full) await send(full);
      }
    }
    const rest = batch.take();
    if (rest.length > 0) await send(rest);
    await flight.landed();
  }
}
