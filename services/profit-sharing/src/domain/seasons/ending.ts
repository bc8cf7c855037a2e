import { addDays, isThere, parseDay, Refusal, type Day } from '@ayni/kernel';
import type { Season } from './season.js';

/** What the assembly decided where a season is to end before its last day. */
export type EarlyEnd = { readonly to: Day; readonly reason: string; readonly resolution: string };

/** An early end as it was asked for: with one of its fields come all. A reason may come without; null says nothing. */
export type AskedEnd = {
  readonly early?: boolean | null;
  readonly to?: string | null;
  readonly reason?: string | null;
  readonly resolution?: string | null;
};

/** @throws Refusal `bad-field` for what is missing, `unknown-field` for what only an early end has, `bad-day` */
export function earlyEndOf({ early, ...asked }: AskedEnd): EarlyEnd | undefined {
  if (early !== true) {
    const field = (['to', 'resolution'] as const).find((name) => isThere(asked[name]));
    if (field !== undefined) throw new Refusal('unknown-field', `/${field}`, { field });
    return undefined;
  }
  const given = (field: 'to' | 'reason' | 'resolution'): string => {
    const text = asked[field];
    if (!isThere(text)) throw new Refusal('bad-field', `/${field}`, { detail: 'early-needs' });
    return text;
  };
  return { to: parseDay(given('to'), '/to'), reason: given('reason'), resolution: given('resolution') };
}

/**
 * Until when a season lasts that is told to close: its days over, or ended early on a day that has come.
 * @param today by the co-op's calendar
 * @throws Refusal `season-not-over`, `bad-last-day`
 */
export function endOf({ code, from, until }: Season, early: EarlyEnd | undefined, today: Day): Day {
  const lastDay = addDays(until, -1);
  if (!early) {
    if (today <= lastDay) throw new Refusal('season-not-over', '', { season: code, to: lastDay });
    return until;
  }
  const latest = today < lastDay ? today : lastDay;
  if (early.to < from || early.to > latest)
    throw new Refusal('bad-last-day', '/to', { season: code, from, to: latest });
  return addDays(early.to, 1);
}
