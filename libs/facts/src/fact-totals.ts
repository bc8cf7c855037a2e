import type { Addition, RunningTotals } from '@ayni/database/running-totals';
import type { Transaction } from '@ayni/database/transaction';

/** How facts of a kind are summed as they are recorded. */
export type FactTotals<Row> = {
  /** Adds facts that were recorded; with -1, takes away one that was taken back. */
  readonly add: (tx: Transaction, facts: readonly Row[], times: 1n | -1n) => void;
};

/** Running totals, and what a fact adds to them. */
export const factTotals = <Row, Key extends string, Measure extends string>(
  totals: RunningTotals<Key, Measure>,
  adds: (fact: Row) => readonly Addition<Key, Measure>[],
): FactTotals<Row> => ({
  add(tx, facts, times) {
    const additions = facts.flatMap(adds);
    tx.addAtEnd(totals, times === 1n ? additions : additions.map((addition) => taken(totals, addition)));
  },
});

function taken<Key extends string, Measure extends string>(
  { measures }: RunningTotals<Key, Measure>,
  addition: Addition<Key, Measure>,
): Addition<Key, Measure> {
  return measures.reduce((left, measure) => ({ ...left, [measure]: -addition[measure] }), addition);
}
