import type { FactKind } from '@ayni/contracts';
import type { DayRange } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';

/** The sums of one kind of fact, by the measures that the contracts name for it. */
export type Sums = Readonly<Record<string, bigint>>;

/** What a service can say of the facts of a season: what it wrote and what it applied, by queries. */
export abstract class BookTotals {
  abstract written(tx: Transaction, season: DayRange): Promise<Partial<Record<FactKind, Sums>>>;
  abstract applied(tx: Transaction, season: DayRange): Promise<Partial<Record<FactKind, Sums>>>;
}
