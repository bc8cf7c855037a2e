import type { ServiceName } from '@ayni/contracts';
import type { CoopId, Day } from '@ayni/kernel';
import { tenantTable } from './tenant-table.js';
import { statement, type Statement } from './statement.js';

/**
 * Sums of what was written, by day and by month, kept by the transactions that write it: what it comes to up to any
 * day, or between two, is a sum of few rows, of however many facts and years.
 */
export type RunningTotals<Key extends string = string, Measure extends string = string> = {
  readonly table: string;
  /** What is summed apart, as columns of text. */
  readonly keys: readonly Key[];
  /** What is summed, as columns of bigint. */
  readonly measures: readonly Measure[];
  /** Whether they are one sum of all days, for what is asked as it is now. */
  readonly ofAllDays?: true;
};

/** What a fact adds to running totals on its day; what takes it back adds the same below zero. */
export type Addition<Key extends string, Measure extends string> = { readonly day: Day } & {
  readonly [key in Key]: string;
} & { readonly [measure in Measure]: bigint };

/** The table of running totals, of which the runtime role may change the sums and nothing else. */
export function totalsTable(service: ServiceName, totals: RunningTotals): string[] {
  const { table, keys, measures, ofAllDays } = totals;
  const days = ofAllDays
    ? []
    : ['monthly boolean NOT NULL', 'day date NOT NULL CHECK (NOT monthly OR extract(day FROM day) = 1)'];
  return [
    `CREATE TABLE ${table} (
       ${['coop_id uuid NOT NULL', ...days, ...keys.map((key) => `${key} text NOT NULL`)].join(', ')},
       ${measures.map((sum) => `${sum} bigint NOT NULL`).join(', ')},
       PRIMARY KEY (${keyOf(totals).join(', ')})
     ) WITH (fillfactor = 70)`,
    ...tenantTable(service, table, [`UPDATE (${measures.join(', ')})`]),
  ];
}

/** What a row of running totals is found by. */
const keyOf = ({ keys, ofAllDays }: RunningTotals): string[] => [
  'coop_id',
  ...(ofAllDays ? [] : ['monthly', 'day']),
  ...keys,
];

/** Fills the table of running totals from rows of `coop_id`, `day`, its keys and measures, given in SQL. */
export const fillTotals = (totals: RunningTotals, rows: string): string =>
  `INSERT INTO ${totals.table} ${summed(totals, 'coop_id', `(${rows})`)}`;

const adding = new WeakMap<RunningTotals, Statement>();

/** The statement that adds to running totals; parameters: the co-op, then the days, the keys and the sums as arrays. */
function addStatement(totals: RunningTotals): Statement {
  const made = adding.get(totals) ?? makeAddStatement(totals);
  adding.set(totals, made);
  return made;
}

function makeAddStatement(totals: RunningTotals): Statement {
  const { table, keys, measures } = totals;
  const columns = ['day', ...keys, ...measures];
  const arrays = columns.map(
    (column, i) => `$${i + 2}::${i === 0 ? 'date' : keys.includes(column) ? 'text' : 'bigint'}[]`,
  );
  const rows = `unnest(${arrays.join(', ')}) AS rows (${columns.join(', ')})`;
  return statement(
    `add to ${table}`,
    `INSERT INTO ${table} AS kept ${summed(totals, '$1::uuid', rows)}
     ON CONFLICT (${keyOf(totals).join(', ')})
     DO UPDATE SET ${measures.map((sum) => `${sum} = kept.${sum} + excluded.${sum}`).join(', ')}`,
  );
}

/** The columns of a table of totals, and rows summed for them, by day and by month or all days as one, in the order of its key. */
function summed(totals: RunningTotals, coop: string, rows: string): string {
  const { keys, measures, ofAllDays } = totals;
  const key = keyOf(totals);
  const places = key.map((_, i) => i + 1).join(', ');
  const days = ofAllDays
    ? []
    : ['monthly', "CASE WHEN monthly THEN date_trunc('month', day::timestamp)::date ELSE day END"];
  return `(${[...key, ...measures].join(', ')})
    SELECT ${[coop, ...days, ...keys, ...measures.map((sum) => `sum(${sum})::bigint`)].join(', ')}
    FROM ${rows}${ofAllDays ? '' : ', (VALUES (false), (true)) AS grains (monthly)'}
    GROUP BY ${places} ORDER BY ${places}`;
}

/** The sums of one row of totals: `of` are its day and keys. */
type Sums = { readonly of: readonly string[]; readonly sums: readonly bigint[] };

/** What a transaction adds to running totals, until it ends. */
export class Additions {
  private readonly rows: (Sums & { readonly totals: RunningTotals })[] = [];

  add<Key extends string, Measure extends string>(
    totals: RunningTotals<Key, Measure>,
    additions: readonly Addition<Key, Measure>[],
  ): void {
    for (const addition of additions) {
      const of = [addition.day, ...totals.keys.map((key) => addition[key])];
      this.rows.push({ totals, of, sums: totals.measures.map((measure) => addition[measure]) });
    }
  }

  get length(): number {
    return this.rows.length;
  }

  /** Takes back what was added after the first `length`. */
  cut(length: number): void {
    this.rows.length = length;
  }

  /**
   * The statements that add all of it; nothing is left. Tables and rows come in one order, whatever was written in
   * which: two transactions that add to the same sums wait for each other and never crosswise.
   */
  take(coop: CoopId): { readonly statement: Statement; readonly values: readonly unknown[] }[] {
    const tables = new Map<RunningTotals, Map<string, Sums>>();
    for (const { totals, of, sums } of this.rows.splice(0)) {
      const rows = tables.get(totals) ?? new Map<string, Sums>();
      const key = of.join('\u0000');
      const known = rows.get(key)?.sums;
      rows.set(key, { of, sums: known ? sums.map((sum, i) => sum + (known[i] ?? 0n)) : sums });
      tables.set(totals, rows);
    }
    return [...tables]
      .sort(([one], [other]) => (one.table < other.table ? -1 : 1))
      .map(([totals, rows]) => ({
        totals,
        changed: [...rows.values()].filter(({ sums }) => sums.some((sum) => sum !== 0n)),
      }))
      .filter(({ changed }) => changed.length > 0)
      .map(({ totals, changed }) => ({
        statement: addStatement(totals),
        values: [coop, ...columnsOf(totals, changed)],
      }));
  }
}

const columnsOf = ({ keys, measures }: RunningTotals, rows: readonly Sums[]): unknown[][] => [
  ...['day', ...keys].map((_, i) => rows.map(({ of }) => of[i])),
  ...measures.map((_, i) => rows.map(({ sums }) => sums[i])),
];

/** The days that running totals are asked for; without one of them from the first day, or to the last. */
export type Span = { readonly from?: Day | undefined; readonly until?: Day | undefined };

/**
 * A condition in SQL on rows of totals: those of the co-op that come to exactly the days of a span, with four
 * parameters from `$first` on. The co-op is looked up once and not for each row.
 */
export const ofSpan = (first: number): string => {
  const [begin, months, rest, end] = [0, 1, 2, 3].map((i) => `$${first + i}::date`);
  return `coop_id = (SELECT current_setting('app.coop')::uuid) AND (NOT monthly AND day >= ${begin} AND day < ${months} OR monthly AND day >= ${months} AND day < ${rest}
    OR NOT monthly AND day >= ${rest} AND day < ${end})`;
};

/** The parameters of {@link ofSpan}: where the span begins, where its whole months begin and end, and where it ends. */
export function spanValues({ from, until }: Span): string[] {
  const months = from === undefined ? '-infinity' : from === monthOf(from) ? from : monthAfter(from);
  const rest = until === undefined ? 'infinity' : monthOf(until);
  const noWholeMonth = from !== undefined && until !== undefined && months >= rest;
  if (noWholeMonth) return [from, until, until, until];
  return [from ?? '-infinity', months, rest, until ?? 'infinity'];
}

/** As {@link spanValues}, for whoever wants each day by itself. */
export const spanOfDays = ({ from, until }: Span): string[] => {
  const end = until ?? 'infinity';
  return [from ?? '-infinity', end, end, end];
};

const monthOf = (day: Day): string => `${day.slice(0, 7)}-01`;

function monthAfter(day: Day): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
