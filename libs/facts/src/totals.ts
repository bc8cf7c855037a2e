import {
  FACTS,
  type AppliedBy,
  type FactKind,
  type ServiceName,
  type SumOf,
  type Sums,
  type WrittenBy,
} from '@ayni/contracts';
import type { DayRange } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from './standing.js';
import type { ListDaysOfFacts } from './days-of-facts.js';
import type { ListUnfinished } from './unfinished.js';
import { statement, type Statement } from '@ayni/database/statement';

/** What the facts of one kind come to on a season's days, by the measures that the contracts name for it. */
export type Total<Kind extends FactKind> = (tx: Transaction, season: DayRange) => Promise<Sums<Kind>>;

/** What else a service can say of a kind that it writes and that is dated. */
type OfDays = {
  /** On which days of no season its facts lie. */
  readonly daysOfNoSeason: ListUnfinished;
  /** On which days of a season they lie. */
  readonly daysOfFacts: ListDaysOfFacts;
};

/** The total of a kind whose facts are dated. */
export type DatedTotal<Kind extends FactKind> = Total<Kind> & OfDays;

/** The total of a kind that a service writes. */
export type WrittenTotal<Kind extends FactKind> = Total<Kind> & Partial<OfDays>;

/**
 * What a service can say of the facts of a season: of each kind that it writes, and of each that it applies. A kind
 * that is left out does not compile.
 */
export type BookTotals<Service extends ServiceName> = {
  readonly written: { readonly [Kind in WrittenBy<Service>]: WrittenTotal<Kind> };
  readonly applied: { readonly [Kind in AppliedBy<Service>]: Total<Kind> };
};

/** Totals of whatever kinds, by kind. */
export type TotalsByKind = Readonly<
  Record<string, ((tx: Transaction, season: DayRange) => Promise<Readonly<Record<string, bigint>>>) & Partial<OfDays>>
>;

/** The totals of whatever service. */
export type AnyBookTotals = { readonly written: TotalsByKind; readonly applied: TotalsByKind };

let declared = 0;

/**
 * The control totals of a table that keeps facts of a kind, one row each with its `day`, those that were taken back
 * left out. Who writes the facts and who applies them both total by this.
 * @param sums the column that each measure sums
 * @param counts a condition on `f`, the fact: which count
 * @param taken whether such facts may be taken back
 */
export function totalOf<Kind extends FactKind>(
  kind: Kind,
  table: string,
  sums: Readonly<Record<SumOf<Kind>, string>>,
  counts = 'true',
  taken: 'back' | 'none' = 'back',
): Total<Kind> {
  const [count] = FACTS[kind].measures;
  const columns = Object.entries<string>(sums).map(
    ([measure, column]) => `, COALESCE(sum(f.${column}), 0)::bigint AS "${measure}"`,
  );
  const total: Statement = statement(
    // who writes and who applies may call their tables alike
    `${++declared} total of ${kind} in ${table}`,
    `SELECT count(*) AS "${count}"${columns.join('')} FROM ${table} f
     WHERE f.coop_id = current_setting('app.coop')::uuid AND f.day >= $1 AND f.day < $2
       AND ${taken === 'none' ? 'true' : standing(kind, 'f')} AND ${counts}`,
  );
  return (tx, { from, until }) => tx.one<Sums<Kind>>(total, [from, until]);
}
