import type { Brand } from './brand.js';
import { Refusal } from './refusal.js';

/** A calendar day, YYYY-MM-DD. Days compare as text. */
export type Day = Brand<string, 'day'>;

/** A moment in UTC as RFC 3339 with milliseconds. Instants compare as text. */
export type Instant = Brand<string, 'instant'>;

/** An IANA time zone that the runtime knows. */
export type Zone = Brand<string, 'zone'>;

/** The days from `from` up to, not including, `until`. */
export type DayRange = { readonly from: Day; readonly until: Day };

const DAY_MS = 86_400_000;

/** @throws Refusal `bad-day` where the text is no day of the calendar from 1900 to 9998, so that its morrow is one too */
export function parseDay(text: string, pointer = ''): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900' || text >= '9999') throw new Refusal('bad-day', pointer);
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms) || dayOfMs(ms) !== text) throw new Refusal('bad-day', pointer);
  return text as Day;
}

/** Reads an RFC 3339 date-time with its offset. @throws Refusal `bad-instant` */
export function parseInstant(text: string, pointer = ''): Instant {
  const match =
    /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.exec(text);
  if (!match) throw new Refusal('bad-instant', pointer);
  try {
    parseDay(match[1] ?? '');
  } catch {
    throw new Refusal('bad-instant', pointer);
  }
  return new Date(text).toISOString() as Instant;
}

/** @throws Refusal `bad-zone` */
export function parseZone(text: string, pointer = ''): Zone {
  try {
    if (/^[+-]/.test(text)) throw new RangeError('an offset is no zone: it knows no summer time');
    new Intl.DateTimeFormat('en-CA', { timeZone: text });
  } catch {
    throw new Refusal('bad-zone', pointer, { zone: text });
  }
  return text as Zone;
}

const formats = new Map<Zone, Intl.DateTimeFormat>();

/** The calendar day of `instant` on the clocks of `zone`. */
export function dayIn(zone: Zone, instant: Instant): Day {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(zone, format);
  }
  return format.format(new Date(instant)) as Day;
}

/** The day `count` days after `day` (before it, where negative). */
export const addDays = (day: Day, count: number): Day =>
  dayOfMs(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS) as Day;

/** How many days lie from `from` up to, not including, `until`; 0 where there are none. */
export const daysBetween = (from: Day, until: Day): number =>
  Math.max(0, (Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);

/** The days that both ranges share. */
export function overlap(a: DayRange, b: DayRange): number {
  return daysBetween(a.from > b.from ? a.from : b.from, a.until < b.until ? a.until : b.until);
}

function dayOfMs(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

const clocks = new Map<Zone, Intl.DateTimeFormat>();

/** What the clocks of `zone` show at `instant`, as the moment at which those of UTC show the same: for who knows no zones. */
export function clockIn(zone: Zone, instant: Instant): Date {
  let clock = clocks.get(zone);
  if (!clock) {
    const all = { dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' } as const;
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...all });
    clocks.set(zone, clock);
  }
  return new Date(`${clock.format(new Date(instant)).replace(' ', 'T')}Z`);
}
