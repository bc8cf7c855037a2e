import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, ListField, WholeField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** As many families as a load has rows. */
const FAMILIES_MAX = 1_000;

/** A whole season of a family: more than anybody works in it. */
const MINUTES_MAX = 100_000_000;

/** What a family was given in a season before these books. */
export class OldShare {
  @WholeField(1, FAMILIES_MAX, { description: 'its place in the list, from 1' }) line!: number;
  @CodeField({ of: 'household' }) household!: string;
  @WholeField(0, MINUTES_MAX, { optional: true, description: 'what it worked, where that is known' })
  workMinutes!: number | null;
  @AmountField({ optional: true, description: 'what it delivered for, where that is known' })
  valueDelivered!: Centavos | null;
  @AmountField() share!: Centavos;
  @AmountField({ description: 'what of it was paid before these books' }) paid!: Centavos;
  @AmountField({ description: 'the rest: what the co-op still owed for it when these books began' }) owed!: Centavos;
}

/** What a season before these books gave each family, as its papers say: it is calculated and verified by nobody here. */
export class OldSeason {
  @CodeField({ description: 'as the co-op calls the season' }) code!: string;
  @DayField() firstDay!: Day;
  @DayField() lastDay!: Day;
  @DayField({ description: 'from when on these books say what of it is still owed, such as their first day' })
  openedOn!: Day;
  @AmountField({ optional: true, description: 'what the season came to, where that is known' })
  result!: Centavos | null;
  @AmountField({ optional: true, description: 'what of it went to the families, where that is known' })
  pool!: Centavos | null;
  @AmountField({ description: 'what all families were given' }) shared!: Centavos;
  @AmountField({ description: 'what of it the co-op still owed when these books began' }) owed!: Centavos;
  @ListField(() => OldShare, { max: FAMILIES_MAX }) lines!: readonly OldShare[];
}

const SentOldShare = sentClass(OldShare, ['line', 'owed']);

/** A season before these books, as it is brought. */
export class SentOldSeason extends sentClass(OldSeason, ['shared', 'owed', 'lines']) {
  @ListField(() => SentOldShare, { max: FAMILIES_MAX, description: 'what each family was given, once' })
  lines!: readonly InstanceType<typeof SentOldShare>[];
}

export const oldSeasons = declareFact({
  kind: 'old-season',
  table: 'old_seasons',
  row: OldSeason,
  sent: SentOldSeason,
  dated: 'openedOn',
  parts: { field: 'lines', table: 'old_season_shares', row: OldShare, of: 'code', isListed: true },
  sums: { centavos: 'shared' },
});
