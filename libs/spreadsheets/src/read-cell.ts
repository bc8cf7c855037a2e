import { isDay } from './calendar.js';
import { plain } from './plain.js';
import { MIDNIGHT, type Cell } from './sheet.js';

/** How a file writes its figures and days, where that could be read in two ways. */
export type Style = {
  /** The sign before decimals. */
  readonly decimal: ',' | '.';
  /** What comes first of a day in figures. */
  readonly first: 'day' | 'month';
};

const MONTHS = ['ene|jan', 'feb', 'mar', 'abr|apr', 'may', 'jun', 'jul', 'ago|aug', 'sep|set', 'oct', 'nov', 'dic|dec'];

/** From this number of a year on two digits say one of the last century. */
const LAST_CENTURY = 70;

/** The days that spreadsheets number, from 1900-01-01 to 2099: other numbers are none. */
const SERIALS = { first: 1, last: 73_050 };
const SERIAL_OF_1970 = 25_569;
const DAY_MS = 86_400_000;

/** The day of a cell as `2018-05-13`; what is none stays as it is written, to be refused. */
export function readDay({ text, day, isNumber }: Cell, { first }: Style): string {
  if (day !== undefined) return day;
  if (isNumber || /^\d{5}$/.test(text)) return ofSerial(Number(text)) ?? text;
  const [, a = '', b = '', year = ''] = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})(?: .*)?$/.exec(text) ?? [];
  if (year !== '') return written(year, first === 'day' ? b : a, first === 'day' ? a : b) ?? text;
  const [, iso = '', isoMonth = '', isoDay = ''] = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[T ].*)?$/.exec(text) ?? [];
  if (iso !== '') return written(iso, isoMonth, isoDay) ?? text;
  return inWords(text) ?? text;
}

/**
 * The moment of a cell: its day, and its time of day where it says one, as `2018-05-13 14:30` by the clock of who wrote it. A
 * moment with its zone stays as it is written.
 */
export function readMoment(cell: Cell, style: Style): string {
  const { text } = cell;
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text)) return text;
  const clock = /[T,\s](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:\s?([ap])\.?\s?m\.?)?$/i.exec(text);
  const before = clock === null ? text : text.slice(0, clock.index).replace(/,$/, '');
  const day = readDay({ ...cell, text: before }, style);
  const time = cell.time ?? (clock === null ? MIDNIGHT : clockOf(clock));
  if (!isDay(day) || time === undefined) return text;
  return time === MIDNIGHT ? day : `${day} ${time}`;
}

/** `14:30` of `2:30 pm`; none where the clock has no such time. */
function clockOf([, hours = '', minutes = '', half]: RegExpExecArray): string | undefined {
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return hour > 23 || Number(minutes) > 59 ? undefined : `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** The signs that a file's amounts are written with: by those that can be read in one way alone. */
export function styleOf(amounts: readonly Cell[], days: readonly Cell[]): Style {
  const written = amounts.filter(({ isNumber }) => !isNumber).map(({ text }) => withoutSigns(text));
  const commas = written.filter((text) => /,\d{1,2}$|\.\d{3},|^\d{4,},/.test(text)).length;
  const points = written.filter((text) => /\.\d{1,2}$|,\d{3}\.|^\d{4,}\./.test(text)).length;
  const parts = days
    .map(({ text }) => /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ]\d{2,4}/.exec(text))
    .filter((part) => part !== null);
  const isMonthFirst = parts.some(([, , second]) => Number(second) > 12) && !parts.some(([, one]) => Number(one) > 12);
  return { decimal: points > commas ? '.' : ',', first: isMonthFirst ? 'month' : 'day' };
}

/** An amount with a point and without thousands; what is none stays as it is written, to be refused. */
export function readAmount({ text, isNumber, time }: Cell, { decimal }: Style): string {
  // hours that the spreadsheet keeps as a time of day
  if (time !== undefined) return time;
  if (isNumber) return text;
  const bare = withoutSigns(text);
  const isNegative = /^\(.*\)$/.test(bare) || /^-|-$/.test(bare);
  const figures = bare.replace(/[()-]/g, '');
  const read = figuresOf(figures, decimal) ?? figuresOf(figures, decimal === ',' ? '.' : ',');
  return read === undefined ? text : `${isNegative ? '-' : ''}${read}`;
}

export const readWhole = (cell: Cell, style: Style): string => readAmount(cell, style).replace(/\.0+$/, '');

/** Without the currency and the blanks that people write around and in figures. */
const withoutSigns = (text: string): string =>
  text
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/^(-?)(?:bs\.?|bob|\$us|us\$|s\/\.?|\$|€|r\$)/i, '$1')
    .replace(/(?:bs\.?|bob|€)$/i, '');

/** Figures whose decimals stand behind a sign, and whose thousands, if any are parted, are so throughout by the other. */
function figuresOf(text: string, decimal: ',' | '.'): string | undefined {
  const [point, comma] = decimal === '.' ? ['\\.', ','] : [',', '\\.'];
  const [, whole, decimals] = new RegExp(`^(\\d{1,3}(?:${comma}\\d{3})+|\\d+)(?:${point}(\\d+))?$`).exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digits = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  return decimals === undefined ? digits : `${digits}.${decimals}`;
}

function written(year: string, month: string, day: string): string | undefined {
  const century = Number(year) >= LAST_CENTURY ? '19' : '20';
  const text = `${year.length === 2 ? century + year : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** `13-may-2018`, `13 de mayo de 2018`, `13 May 2018`. */
function inWords(text: string): string | undefined {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2}) (?:de )?(\p{L}+) (?:de |del )?(\d{4}|\d{2})$/u.exec(plain(text)) ?? [];
  const index = MONTHS.findIndex((names) => new RegExp(`^(?:${names})`).test(month));
  return year === '' || index < 0 ? undefined : written(year, String(index + 1), day);
}

function ofSerial(serial: number): string | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= SERIALS.first && whole <= SERIALS.last)) return undefined;
  return new Date((whole - SERIAL_OF_1970) * DAY_MS).toISOString().slice(0, 10);
}
