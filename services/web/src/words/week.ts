const DAY_MS = 86_400_000;

const atNoon = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** A day so many days later; earlier where negative. */
export const daysAfter = (day: string, days: number): string => dayOf(atNoon(day) + days * DAY_MS);

/** The seven days of the week of a day, from Monday: the calendar of the market says Sunday, work begins on Monday. */
export function weekOf(day: string): readonly string[] {
  const sinceMonday = (new Date(atNoon(day)).getUTCDay() + 6) % 7;
  return [0, 1, 2, 3, 4, 5, 6].map((index) => daysAfter(day, index - sinceMonday));
}
