import { daysAfter } from './week.js';

type Season = { readonly from: string; readonly to: string; readonly state: string };

const isShut = ({ state }: Season): boolean => state === 'closed' || state === 'locked';

/** The days of seasons that are closed: nothing can be recorded or confirmed of them any more. */
export function shutDays(seasons: readonly Season[]): {
  readonly has: (day: string) => boolean;
  /** The first day of which something can be, where days before it are shut. */
  readonly openFrom: string | undefined;
} {
  const shut = seasons.filter(isShut);
  const [firstOpen] = seasons
    .filter((season) => !isShut(season) && season.state !== 'withdrawn')
    .map(({ from }) => from)
    .sort();
  const last = shut
    .filter(({ to }) => firstOpen === undefined || to < firstOpen)
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return {
    has: (day) => shut.some(({ from, to }) => from <= day && day <= to),
    openFrom: last === undefined ? undefined : daysAfter(last, 1),
  };
}
