import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, OneOfField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { DISPOSAL_WAYS, PROCEEDS_INTO, type DisposalWay, type ProceedsInto } from '../domain/grants/disposal.js';

/** An asset that the co-op has no more: from then on nothing of it is released. */
export class AssetDisposal {
  @CodeField() code!: string;
  @DayField({ description: 'the last day on which some of it is released' }) disposedOn!: Day;
  @CodeField({ of: 'asset', description: 'the code of the asset' }) asset!: string;
  @OneOfField(DISPOSAL_WAYS, { description: 'how it went' }) how!: DisposalWay;
  @AmountField({ description: 'what it was sold for, or brought otherwise; nothing where it brought nothing' })
  amount!: Centavos;
  @OneOfField(PROCEEDS_INTO, {
    optional: true,
    description: 'where `amount` went; later, the buyer owes it, which only what own money paid may be sold for',
  })
  into!: ProceedsInto | null;
  @AmountField({ description: 'what it still was worth in the books at the end of that day' }) bookValue!: Centavos;
  @AmountField({ description: 'what of `amount` belongs to the grants that paid it, and is bound to their purpose' })
  bound!: Centavos;
  @AmountField({ description: 'what of `bound` belongs to the grant that paid the `rest` of the asset' })
  restBound!: Centavos;
  @TextField(100, { optional: true, description: 'who bought or got it' }) recipient!: string | null;
  @TextField(500, { description: 'why the co-op has it no more' }) reason!: string;
  @TextField(100, { optional: true, description: 'the number on the paper' }) document!: string | null;
}

/** A disposal as the treasurer enters it; what it was worth and what belongs to grants follows from the asset. */
export class SentAssetDisposal extends sentClass(AssetDisposal, ['bookValue', 'bound', 'restBound']) {}

export const assetDisposals = declareFact({
  kind: 'asset-disposal',
  table: 'asset_disposals',
  row: AssetDisposal,
  sent: SentAssetDisposal,
  dated: 'disposedOn',
  sums: { centavos: 'amount' },
  filters: ['asset'],
});
