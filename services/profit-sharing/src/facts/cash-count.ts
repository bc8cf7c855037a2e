import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, ListField, TextField, WholeField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';

/** More kinds of notes and coins than any currency has. */
const PIECES_MAX = 50;
const COUNT_MAX = 1_000_000;

/** How many notes or coins of a value there were. */
export class CashPiece {
  @WholeField(1, PIECES_MAX, { description: 'its place in the count, from 1' }) line!: number;
  @AmountField({ description: 'of one note or coin' }) value!: Centavos;
  @WholeField(0, COUNT_MAX, { description: 'how many of them' }) count!: number;
}

/** The cash as it was counted at the end of a day; what is over or short of the books is posted, so that they say the same. */
export class CashCount {
  @CodeField() code!: string;
  @DayField() countedOn!: Day;
  @AmountField({ description: 'what all notes and coins come to' }) counted!: Centavos;
  @AmountField({ description: 'what the books said, below zero where more was paid than there was' })
  expected!: Centavos;
  @TextField(500, { min: 0, description: 'why the two differ; needed where they do' }) reason!: string;
  @ListField(() => CashPiece, { max: PIECES_MAX }) pieces!: readonly CashPiece[];
}

const SentCashPiece = sentClass(CashPiece, ['line']);

/** A count as the treasurer enters it. */
export class SentCashCount extends sentClass(CashCount, ['counted', 'expected', 'pieces'], { reason: '' }) {
  @ListField(() => SentCashPiece, { max: PIECES_MAX }) pieces!: readonly InstanceType<typeof SentCashPiece>[];
}

export const cashCounts = declareFact({
  kind: 'cash-count',
  table: 'cash_counts',
  row: CashCount,
  sent: SentCashCount,
  dated: 'countedOn',
  parts: { field: 'pieces', table: 'cash_count_pieces', row: CashPiece, of: 'code' },
  sums: { centavos: 'counted' },
});
