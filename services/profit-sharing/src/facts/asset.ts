import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, OneOfField, TextField, WholeField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { OWN_MONEY } from '../domain/facts.js';
import { disposalOfAsset } from './released-assets.js';
import { TILLS, type Till } from '../domain/ledger/till.js';

/** A hundred years. */
const LIFE_MAX = 36_525;

/** What was bought to last: no expense at once, but released day by day over its life. */
export class Asset {
  @CodeField() code!: string;
  @DayField() boughtOn!: Day;
  @TextField(200) name!: string;
  @AmountField({ description: 'what it cost' }) amount!: Centavos;
  @WholeField(1, LIFE_MAX, {
    optional: true,
    description:
      'how many days it lasts, the day on which it was bought included; left out for what lasts for good, as land',
  })
  lifeDays!: number | null;
  @CodeField({ of: 'grant', description: '`own`, also where it is left out, or the code of the grant that paid it' })
  fundedBy!: string;
  @TextField(200, {
    optional: true,
    description: 'the line of the budget of the grant in `fundedBy`; what another grant pays as `rest` has none',
  })
  budgetLine!: string | null;
  @AmountField({ optional: true, description: 'what of `amount` another source paid, where two did' })
  rest!: Centavos | null;
  @CodeField({ of: 'grant', optional: true, description: 'the source that paid `rest`: `own`, or the code of a grant' })
  restFundedBy!: string | null;
  @OneOfField(TILLS, { description: 'out of what the own part was paid' }) paidFrom!: Till;
  @TextField(64, { optional: true, description: 'from whom it was bought' }) supplier!: string | null;
  @TextField(100, { optional: true, description: 'the number on the invoice or receipt' }) document!: string | null;
  @DayField({ nullable: true, description: 'the last day on which the co-op had it; null while it does' })
  disposedOn!: Day | null;
}

/** An asset as the treasurer enters it. */
export class SentAsset extends sentClass(Asset, ['disposedOn'], { fundedBy: OWN_MONEY, paidFrom: 'cash' }) {}

export const assets = declareFact({
  kind: 'asset',
  table: 'assets',
  row: Asset,
  sent: SentAsset,
  dated: 'boughtOn',
  join: disposalOfAsset,
  computed: { disposedOn: 'w.day' },
  sums: { centavos: 'amount' },
  filters: ['fundedBy'],
  conditions: {
    fundedBy: (source) => `name_key(${source}) IN (name_key(f.funded_by), name_key(f.rest_funded_by))`,
  },
});
