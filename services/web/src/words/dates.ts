import { dayText } from '@ayni/kernel';
import { dateFormat } from './formats.js';
import { language } from './language.js';
import { locale } from './money.js';

const zoned = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  dateFormat(locale(), { hourCycle: 'h23', ...options });

/** A day as it is said: `lunes, 2 de marzo de 2026`. */
export const dayInFull = (day: string): string =>
  zoned({ dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

/** A day in short: `2/3/2026`. */
export const dayInShort = (day: string): string =>
  zoned({ day: 'numeric', month: 'numeric', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

/** A day in a sentence: `2 de marzo de 2026`. */
export const dayInWords = (day: string): string => dayText(day, language());

/** A moment in the zone of a co-op: `2/3/2026, 16:00`. */
export const moment = (instant: string | number | Date, timezone: string): string =>
  zoned({
    ...{ day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZone: timezone,
  }).format(new Date(instant));

/** The time of day in the zone of a co-op: `16:00`. */
export const timeOfDay = (instant: string | number | Date, timezone: string): string =>
  zoned({ hour: '2-digit', minute: '2-digit', timeZone: timezone }).format(new Date(instant));

/** The day that a moment falls on in the zone of a co-op, as `2026-03-02`. */
export const dayIn = (timezone: string, instant: Date): string =>
  dateFormat('en-CA', { timeZone: timezone, dateStyle: 'short' }).format(instant).slice(0, 10);

/** Minutes as people say them: `7 h 30 min`. */
export function inHours(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** The day of the week in short: `lun`. */
export const weekday = (day: string): string =>
  zoned({ weekday: 'short', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));

/** Noon of a day in the zone of a co-op, as an instant: for what is known by its day only. */
export function noonOf(day: string, timezone: string): Date {
  const asIfUtc = new Date(`${day}T12:00:00Z`);
  const [hours = '12', minutes = '00'] = dateFormat('en-GB', {
    ...{ timeZone: timezone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  })
    .format(asIfUtc)
    .split(':');
  const there = (Number(hours) - 12) * 60 + Number(minutes);
  return new Date(asIfUtc.getTime() - there * 60_000);
}
