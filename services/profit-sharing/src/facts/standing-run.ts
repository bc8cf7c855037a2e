/**
 * Whether a run stood after so many approvals and reversals of the co-op's runs, in SQL: it had been approved by then
 * and not yet reversed.
 * @param run the alias of a row of `runs`
 * @param moves how many approvals and reversals there had been, in SQL
 */
export const standingAfter = (run: string, moves: string): string =>
  `(${run}.approval <= ${moves} AND (${run}.reversal IS NULL OR ${run}.reversal > ${moves}))`;
