import type { FactKind } from '@ayni/contracts';
import type { DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { BookTotals, type Sums } from '@ayni/facts/books';
import { standing } from '@ayni/http/listing';
import { registerTotals } from '@ayni/reference-data/register/register';

const total = (kind: FactKind, table: string, sums: string): ReturnType<typeof statement> =>
  statement(
    `inventory total ${kind}`,
    `SELECT ${sums} FROM ${table} WHERE coop_id = current_setting('app.coop')::uuid AND day >= $1 AND day < $2
       AND ${standing(kind, table)}`,
  );

const sumOf = (column: string, name: string): string => `COALESCE(sum(${column}), 0)::bigint AS "${name}"`;

const deliveries = total(
  'delivery',
  'deliveries',
  `count(*) AS lots, ${sumOf('stock_quantity', 'quantity')}, ${sumOf('amount', 'centavos')}`,
);
const losses = total('loss', 'losses', `count(*) AS records, ${sumOf('stock_quantity', 'quantity')}`);
const harvests = total(
  'harvest',
  'harvests',
  `count(*) AS lots, ${sumOf('quantity', 'quantity')}, ${sumOf('home_use', 'homeUse')}`,
);
const sales = total(
  'sale',
  'issues',
  `count(*) AS receipts, ${sumOf('lines', 'lines')}, ${sumOf('centavos', 'centavos')}`,
);

/** What inventory wrote of a season (deliveries, losses) and what it applied (the register, harvests, sales). */
export class InventoryTotals extends BookTotals {
  async written(tx: Transaction, { from, until }: DayRange): Promise<Partial<Record<FactKind, Sums>>> {
    const days = [from, until];
    return {
      delivery: await tx.one<{ lots: bigint; quantity: bigint; centavos: bigint }>(deliveries, days),
      loss: await tx.one<{ records: bigint; quantity: bigint }>(losses, days),
    };
  }

  async applied(tx: Transaction, season: DayRange): Promise<Partial<Record<FactKind, Sums>>> {
    const days = [season.from, season.until];
    return {
      register: await registerTotals(tx, season),
      harvest: await tx.one<{ lots: bigint; quantity: bigint; homeUse: bigint }>(harvests, days),
      sale: await tx.one<{ receipts: bigint; lines: bigint; centavos: bigint }>(sales, days),
    };
  }
}
