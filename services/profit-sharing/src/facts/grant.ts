import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, TextField, YesNoField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { movedOfGrant } from './moved-of-grant.js';

/** What somebody agreed to give; its money came with the agreement or comes in receipts, and never meets a season's result. */
export class Grant {
  @CodeField() code!: string;
  @TextField(200) funder!: string;
  @TextField(500, { min: 0 }) purpose!: string;
  @AmountField({ description: 'what was agreed' }) amount!: Centavos;
  @AmountField({ description: 'what arrived of it' }) received!: Centavos;
  @AmountField({ description: 'what was given back to the funder' }) refunded!: Centavos;
  @AmountField({ description: 'the expenses that are charged to it' }) spent!: Centavos;
  @AmountField({ description: 'what of these the co-op bears, since the funder will not pay it' })
  writtenOff!: Centavos;
  @AmountField({ description: 'what came back of assets that it paid and that were sold' })
  recovered!: Centavos;
  @AmountField({ description: 'what the funder owes for expenses before its money came' }) owed!: Centavos;
  @AmountField({ description: 'what may still be charged to it; below zero where an older release let more be spent' })
  left!: Centavos;
  @DayField() agreedOn!: Day;
  @DayField({ optional: true, description: 'when all of it came with the agreement, where it did' })
  receivedOn!: Day | null;
  @YesNoField({ description: 'whether it is bound to its purpose' }) restricted!: boolean;
}

/** A grant as the treasurer enters it: with the day of the agreement, or the day on which all of it came. */
export class SentGrant extends sentClass(
  Grant,
  ['received', 'refunded', 'spent', 'writtenOff', 'recovered', 'owed', 'left', 'agreedOn', 'receivedOn'],
  { purpose: '' },
) {
  @DayField({ unless: 'receivedOn', description: 'when it was agreed, where its money comes later, in receipts' })
  agreedOn?: string | null;
  @DayField({ unless: 'agreedOn', description: 'when all of it came, with the agreement' })
  receivedOn?: string | null;
}

const RECEIVED = '(CASE WHEN f.received_on IS NULL OR r.reason IS NOT NULL THEN 0 ELSE f.amount END + m.received)';

export const grants = declareFact({
  kind: 'grant',
  table: 'grants',
  row: Grant,
  sent: SentGrant,
  dated: 'agreedOn',
  join: `CROSS JOIN LATERAL (${movedOfGrant()}) m`,
  computed: {
    received: RECEIVED,
    refunded: 'm.refunded',
    spent: 'm.spent',
    writtenOff: 'm.written_off',
    recovered: 'm.recovered',
    owed: `GREATEST(0, LEAST(m.spent - m.written_off - m.recovered - ${RECEIVED} + m.refunded, f.amount - ${RECEIVED} - m.written_off))`,
    left: '(f.amount + m.recovered - m.refunded - m.spent)',
  },
  sums: { centavos: 'amount' },
});
