import type { Membership } from '@ayni/kernel';

/** Days up to, not including, `until`; without an end where that is null. */
export type Days = { readonly from: string; readonly until: string | null };

/** Days as PostgreSQL reads them: the text of a `datemultirange`. */
export const multirange = (days: readonly Days[]): string =>
  `{${days.map(({ from, until }) => `[${from},${until ?? ''})`).join(',')}}`;

/** A period as the text of a `daterange`, its last day included. */
export const rangeOf = ({ joinedOn, leftOn }: Membership): string =>
  `[${joinedOn},${leftOn ?? ''}${leftOn ? ']' : ')'}`;

/** The periods of a row of `members`, as JSON: first to last. */
export const periodsOf = (alias: string): string =>
  `(SELECT json_agg(json_build_object('joinedOn', lower(p), 'leftOn', upper(p) - 1) ORDER BY lower(p))
    FROM unnest(${alias}.periods) p)`;

/**
 * How many of the days from `$1` up to, not including, `$2` count for somebody of `members`. Nearly everybody belongs all
 * the time: of very many the days are not looked through.
 */
export const COUNTED_DAYS = `CASE WHEN isempty(uncounted) AND periods @> daterange($1::date, $2::date)
  THEN $2::date - $1::date
  ELSE COALESCE((SELECT sum(upper(d) - lower(d))
    FROM unnest((periods - uncounted) * datemultirange(daterange($1::date, $2::date))) d), 0) END::bigint`;
