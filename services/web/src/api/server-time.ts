/** How much later it is at the system than on this device. */
let ahead = 0;

/** Learns it from the time that an answer was sent at. */
export function noteServerTime(date: string | null): void {
  const told = date === null ? NaN : Date.parse(date);
  if (!Number.isNaN(told)) ahead = told - Date.now();
}

/** How many milliseconds the system's clock is ahead of this device's, as its last answer showed. */
export const clockAhead = (): number => ahead;

/** Now, by the clock of the system. */
export const serverNow = (): Date => new Date(Date.now() + ahead);
