import { AmountField, CodeField, DayField, ShownListField, ShownTextField, WholeField } from '@ayni/http/fields';
import { formatAmount, type Day } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LapsesPort } from '../../domain/payouts/lapses.port.js';
import { unclaimedOf } from '../../domain/payouts/unclaimed.js';

/** A household that has not come for all that it is owed. */
export class UnclaimedShare {
  @CodeField() household!: string;
  @ShownTextField({ nullable: true, description: 'what the household is called' }) name!: string | null;
  @AmountField({ description: 'what it has not claimed' }) owed!: string;
  @DayField({ description: 'the first day since when some of it is owed' }) since!: Day;
  @DayField({ nullable: true, description: 'from when that lapses; null where there is no rule' })
  lapsesOn!: Day | null;
  @AmountField({ description: 'what of it has lapsed by that day, and can be posted' }) lapsed!: string;
}

/** Who has not come for what she is owed, by the rule that holds. */
export class UnclaimedShares {
  @DayField() on!: Day;
  @WholeField(0, 36_500, { nullable: true, description: 'the days of the rule; null while the assembly made none' })
  afterDays!: number | null;
  @CodeField({ nullable: true, description: 'the fund of the rule' }) fund!: string | null;
  @CodeField({ nullable: true, description: 'the resolution of the rule' }) resolution!: string | null;
  @ShownListField(() => UnclaimedShare) items!: readonly UnclaimedShare[];
}

const readNames = statement(
  'names of households',
  `SELECT code, name FROM households WHERE coop_id = current_setting('app.coop')::uuid`,
);

/** Lists who has not come for what she is owed, since when, and from when it lapses. */
export class ListUnclaimed {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly lapses: LapsesPort,
  ) {}

  /** @param asked today in the co-op's zone where left out */
  async run(tx: Transaction, asked?: Day): Promise<UnclaimedShares> {
    const on = asked ?? (await this.coops.today(tx));
    const { places } = await this.coops.get(tx);
    const rule = await this.lapses.rule(tx);
    const names = await tx.query<{ readonly code: string; readonly name: string | null }>(readNames);
    const nameOf = new Map(names.map(({ code, name }) => [code, name]));
    const items = [...(await this.lapses.movements(tx, on))].flatMap(([household, movements]) => {
      const { owed, since, lapsesOn, lapsed } = unclaimedOf(movements, on, rule?.afterDays ?? null);
      if (since === null) return [];
      return {
        ...{ household, name: nameOf.get(household) ?? null, since, lapsesOn },
        ...{ owed: formatAmount(owed, places), lapsed: formatAmount(lapsed, places) },
      };
    });
    return {
      on,
      ...(rule ?? { afterDays: null, fund: null, resolution: null }),
      items,
    };
  }
}
