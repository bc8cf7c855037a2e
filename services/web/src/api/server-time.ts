import { Listeners } from './listeners.js';

/** How much later it is at the system than on this device. */
let ahead = 0;

/** From here on people are told. */
const WRONG_MS = 5 * 60_000;
const listeners = new Listeners();

/** Learns it from the time that an answer was sent at. */
export function noteServerTime(date: string | null): void {
  const told = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(told)) return;
  const was = isClockWrong();
  ahead = told - Date.now();
  if (isClockWrong() !== was) listeners.tell();
}

/** Whether this device's clock is so wrong that people should know. */
export const isClockWrong = (): boolean => Math.abs(ahead) > WRONG_MS;

/** Has somebody told when that changes. @returns what ends it */
export const onClock = listeners.add;

/** How many milliseconds the system's clock is ahead of this device's, as its last answer showed. */
export const clockAhead = (): number => ahead;

/** Now, by the clock of the system. */
export const serverNow = (): Date => new Date(Date.now() + ahead);
