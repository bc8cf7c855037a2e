import { CodeField, DayField, OneOfField } from '@ayni/http/fields';
import { Listing } from '@ayni/http/listing';
import type { Day } from '@ayni/kernel';
import { SEASON_STATES, type SeasonState } from '@ayni/reference-data/seasons/season.entity';

/** A season as the stall has to know it: on its days something can be sold while it is open. */
export class SeasonAtStall {
  @CodeField() code!: string;
  @DayField({ description: 'its first day' }) from!: Day;
  @DayField({ description: 'its last day' }) to!: Day;
  @OneOfField(SEASON_STATES, { description: 'receipts of its days are taken while it is `open`' }) state!: SeasonState;
}

/** The seasons that sales knows of. A day of none of them is open. */
export const seasonsAtStall = new Listing({
  row: SeasonAtStall,
  name: 'seasons at the stall',
  from: 'seasons s',
  alias: 's',
  columns: { code: 's.code', from: 's.from_day', to: 's.until_day - 1', state: 's.state' },
  order: ['s.from_day', 's.code'],
});
