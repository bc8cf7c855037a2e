const DAY = /^(\d{1,2})[-/. ]?(\d{1,2})[-/. ]?(\d{2}|\d{4})$/;
const AS_SENT = /^\d{4}-\d{2}-\d{2}$/;

/** A day as people type it (`2/3/2026`, `02-03-26`, `02032026`), day first as in Bolivia: `2026-03-02`; undefined where it is none. */
export function dayFrom(typed: string): string | undefined {
  const text = typed.trim();
  if (AS_SENT.test(text)) return isDay(text) ? text : undefined;
  const [, day = '', month = '', year = ''] = DAY.exec(text) ?? [];
  const found = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(found) ? found : undefined;
}

/** A day as it stands in a field: `02/03/2026`; nothing where there is none. */
export const dayInField = (day: string): string => day.split('-').reverse().join('/');

/** A time of day as people type it (`7:30`, `0730`, `16.00`): `07:30`; undefined where it is none. */
export function timeFrom(typed: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.h ]?(\d{2})$/.exec(typed.trim()) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
