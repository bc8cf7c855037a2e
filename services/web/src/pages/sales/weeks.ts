import { addDays, formatAmount, parseDay, readAmount, type Day } from '@ayni/kernel';

const DAYS = 7;

/** The Monday of the week that a day is in. */
function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + DAYS - 1) % DAYS));
}

/** What days come to by their weeks, which begin on Mondays, the first first. */
export function byWeek(
  days: readonly { readonly key: string; readonly amount: string }[],
  places: number,
): readonly { readonly monday: string; readonly amount: string }[] {
  const sums = new Map<Day, bigint>();
  for (const { key, amount } of days) {
    const monday = mondayOf(parseDay(key));
    sums.set(monday, (sums.get(monday) ?? 0n) + readAmount(amount, places));
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([monday, sum]) => ({ monday, amount: formatAmount(sum, places) }));
}
