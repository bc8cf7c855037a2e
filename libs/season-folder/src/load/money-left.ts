import type { Client } from '@ayni/api-client/client';
import { membersOn } from '../members-on.js';
import { everyRow } from '../pages.js';
import { formatAmount, nameKey, placesIn, readAmount } from '@ayni/kernel';
import type { Row } from '../files.js';
import type { Entered } from './enter.js';
import { loadRows } from './load-rows.js';
import { recordRow, type ApiRow } from './api-rows.js';

/** Money of which a record takes at most what is left. */
export abstract class MoneyLeft<T extends 'repayments' | 'fund-uses'> {
  private left = new Map<string, bigint>();
  private places = 0;

  constructor(protected readonly client: Client) {}

  /** Asks what is left of everything. */
  async read(): Promise<void> {
    const found = await this.all();
    this.places = Math.max(0, ...found.map(({ amount }) => placesIn(amount.replace('-', ''))));
    for (const { of, amount } of found) {
      const sign = amount.startsWith('-') ? -1n : 1n;
      const key = nameKey(of);
      this.left.set(key, (this.left.get(key) ?? 0n) + sign * (amountIn(amount.replace('-', ''), this.places) ?? 0n));
    }
  }

  /** The day of a record decides, then its code. */
  abstract inOrder(a: Row<T>, b: Row<T>): number;

  /** Enters what is left of what a record asks for; nothing where nothing is. */
  async enter(client: Client, row: Row<T>): Promise<Entered> {
    const asked = this.rowOf(row);
    const of = nameKey(this.takenFrom(row));
    const left = this.left.get(of);
    const amount = amountIn(asked['amount'], this.places);
    if (left === undefined || amount === undefined) return entered(client, this.path, asked);
    const taken = amount < left ? amount : left;
    if (taken <= 0n) return {};
    this.left.set(of, left - taken);
    return this.enterRow(client, row, { ...asked, amount: formatAmount(taken, this.places) });
  }

  protected abstract readonly path: string;
  protected abstract all(): Promise<readonly { readonly of: string; readonly amount: string }[]>;
  protected abstract takenFrom(row: Row<T>): string;
  protected abstract rowOf(row: Row<T>): ApiRow;

  protected enterRow(client: Client, _row: Row<T>, asked: ApiRow): Promise<Entered> {
    return entered(client, this.path, asked);
  }
}

/** What is left of each debt. */
export class DebtsLeft extends MoneyLeft<'repayments'> {
  protected readonly path = '/api/profit-sharing/v1/repayments';

  inOrder({ cells: a }: Row<'repayments'>, { cells: b }: Row<'repayments'>): number {
    return byText(`${a.paid_on} ${a.code}`, `${b.paid_on} ${b.code}`);
  }

  protected async all(): Promise<readonly { of: string; amount: string }[]> {
    const items = await everyRow(this.client, '/api/profit-sharing/v1/debts');
    return items.map((debt) => ({ of: debt.field('code').text, amount: debt.field('left').text }));
  }

  protected takenFrom({ cells }: Row<'repayments'>): string {
    return cells.debt;
  }

  protected rowOf(row: Row<'repayments'>): ApiRow {
    return recordRow('repayments', row);
  }
}

/** What is in each fund; using some of it takes a resolution. */
export class FundsLeft extends MoneyLeft<'fund-uses'> {
  protected readonly path = '/api/profit-sharing/v1/fund-uses';

  inOrder({ cells: a }: Row<'fund-uses'>, { cells: b }: Row<'fund-uses'>): number {
    return byText(`${a.used_on} ${a.code}`, `${b.used_on} ${b.code}`);
  }

  protected async all(): Promise<readonly { of: string; amount: string }[]> {
    const [balances, funds] = await Promise.all([
      this.client.get('/api/profit-sharing/v1/ledger/balances'),
      everyRow(this.client, '/api/profit-sharing/v1/funds'),
    ]);
    return [
      // nothing was put into it yet
      ...funds.map((fund) => ({ of: fund.field('code').text, amount: '0' })),
      ...balances
        .field('items')
        .list.filter((balance) => ['funds', 'fund-draws'].includes(balance.field('account').text))
        .map((balance) => ({ of: balance.field('party').text, amount: balance.field('balance').text })),
    ];
  }

  protected takenFrom({ cells }: Row<'fund-uses'>): string {
    return cells.fund;
  }

  protected rowOf(row: Row<'fund-uses'>): ApiRow {
    return { ...recordRow('fund-uses', row), resolution: resolutionOf(row) };
  }

  protected override async enterRow(client: Client, row: Row<'fund-uses'>, asked: ApiRow): Promise<Entered> {
    const { used_on: adoptedOn, purpose, fund } = row.cells;
    const adopted = await client.command('/api/members/v1/resolutions', {
      rows: [
        {
          number: resolutionOf(row),
          adoptedOn,
          subject: purpose,
          votesFor: await membersOn(client, adoptedOn),
          votesAgainst: 0,
          abstentions: 0,
          covers: [{ kind: 'fund-use', fund, amount: asked['amount'] }],
        },
      ],
    });
    await client.settled(adopted, 'profit-sharing');
    return entered(client, this.path, asked);
  }
}

const resolutionOf = ({ cells }: Row<'fund-uses'>): string => `use-${cells.code}`;

async function entered(client: Client, path: string, row: ApiRow): Promise<Entered> {
  const { command, faults } = await loadRows(client, path, [row]);
  const [fault] = faults;
  return { ...(command ? { command } : {}), ...(fault ? { fault } : {}) };
}

/** An amount of at most so many places; anything else goes as it stands, to be refused. */
function amountIn(text: unknown, places: number): bigint | undefined {
  if (typeof text !== 'string' || !/^\d+(\.\d+)?$/.test(text) || placesIn(text) > places) return undefined;
  return readAmount(text, placesIn(text)) * 10n ** BigInt(places - placesIn(text));
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
