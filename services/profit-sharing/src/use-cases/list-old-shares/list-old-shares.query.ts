import { AmountField, CodeField, DayField, WholeField } from '@ayni/http/fields';
import { amountSql, Listing } from '@ayni/http/listing';
import { standing } from '@ayni/facts/standing';
import type { Day } from '@ayni/kernel';

/** What a household was given in a season before these books, as its papers say. */
export class OldShareRow {
  @CodeField({ description: 'the season, as the co-op calls it' }) code!: string;
  @DayField() firstDay!: Day;
  @DayField() lastDay!: Day;
  @WholeField(0, 100_000_000, { nullable: true, description: 'what the household worked, where that is known' })
  workMinutes!: number | null;
  @AmountField({ nullable: true, description: 'what the household delivered for, where that is known' })
  valueDelivered!: string | null;
  @AmountField() share!: string;
  @AmountField({ description: 'what of it was paid before these books' }) paid!: string;
  @AmountField({ description: 'what of it the co-op still owed when these books began' }) owed!: string;
}

/** The shares of seasons before these books by household; none of them was calculated here. */
export const oldShares = new Listing({
  row: OldShareRow,
  name: 'shares of old seasons',
  from: 'old_season_shares l JOIN old_seasons f USING (coop_id, code)',
  alias: 'f',
  columns: {
    code: 'f.code',
    firstDay: 'f.first_day',
    lastDay: 'f.last_day',
    workMinutes: 'l.work_minutes',
    valueDelivered: amountSql('l.value_delivered'),
    share: amountSql('l.share'),
    paid: amountSql('l.paid'),
    owed: amountSql('l.owed'),
  },
  order: ['f.first_day', 'f.code'],
  day: 'f.last_day',
  filters: { household: (household) => `l.household = ${household} AND ${standing('old-season', 'f')}` },
});
