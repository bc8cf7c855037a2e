import { dateFormat } from './formats.js';

/** The moment of a day and a time of day in a co-op's zone, as the system takes it: `2026-03-02T20:00:00.000Z`. */
export function instantOf(day: string, time: string, timezone: string): string {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  // the zone's offset is that of the moment itself: asked again where a change of the clock lies between the two
  const first = asIfUtc - offsetAt(asIfUtc, timezone);
  return new Date(asIfUtc - offsetAt(first, timezone)).toISOString();
}

/** By how many milliseconds the clocks of a zone are ahead of UTC at a moment. */
function offsetAt(moment: number, timezone: string): number {
  const parts = dateFormat('en-GB', {
    ...{ timeZone: timezone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(moment);
  const at = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second'));
  return shown - Math.floor(moment / 1000) * 1000;
}
