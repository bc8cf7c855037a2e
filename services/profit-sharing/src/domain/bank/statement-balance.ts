import type { Day } from '@ayni/kernel';

/** A line with what the account had after it, where the statement says so. */
export type BalancedLine = { readonly day: Day; readonly amount: bigint; readonly balance: bigint | null };

/**
 * What the account has by the statement after its last line, in whatever order the lines of a day came: each line's balance is
 * that from which the next one begins, so that the last one's is the one from which none does.
 * @returns null where the statement tells no balances, or lines of its last day are missing
 */
export function statementBalance(lines: readonly BalancedLine[]): bigint | null {
  const byDay = new Map<Day, BalancedLine[]>();
  for (const line of lines) byDay.set(line.day, [...(byDay.get(line.day) ?? []), line]);
  let balance: bigint | null = null;
  for (const [, ofDay] of [...byDay].sort(([one], [other]) => (one < other ? -1 : 1)))
    balance = closing(ofDay, balance);
  return balance;
}

function closing(lines: readonly BalancedLine[], before: bigint | null): bigint | null {
  const sum = lines.reduce((total, { amount }) => total + amount, 0n);
  const told = lines.flatMap(({ amount, balance }) => (balance === null ? [] : [{ amount, balance }]));
  if (told.length < lines.length) return before === null ? null : before + sum;
  const ends = told.map(({ balance }) => balance);
  const begins = told.map(({ amount, balance }) => balance - amount);
  for (const begin of [...begins]) {
    const at = ends.indexOf(begin);
    if (at < 0) continue;
    ends.splice(at, 1);
    begins.splice(begins.indexOf(begin), 1);
  }
  const [end, ...others] = ends;
  if (others.length > 0) return null;
  if (end !== undefined) return end;
  // it ended with what it began with: only the day before tells which of them that was
  return before !== null && told.some(({ balance }) => balance === before) ? before : null;
}
