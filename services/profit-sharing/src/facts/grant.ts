import type { Centavos, Day } from '@ayni/kernel';
import {
  AmountField,
  CodeField,
  DayField,
  HashesField,
  ListField,
  ShownListField,
  TextField,
  WholeField,
  YesNoField,
} from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { movedOfGrant } from './moved-of-grant.js';

/** As many as funders part a budget into. */
const LINES_MAX = 100;

/** A line of a grant's budget: what a part of it was agreed for. */
export class GrantLine {
  @WholeField(1, LINES_MAX, { description: 'its place in the budget, from 1' }) line!: number;
  @TextField(200, { description: 'what it is called; unique within the grant, without case' }) name!: string;
  @AmountField() amount!: Centavos;
}

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
  @TextField(100, { optional: true, description: 'the number of the agreement' }) document!: string | null;
  @HashesField({
    optional: true,
    description: 'photos or PDFs of the agreement, by their hashes',
  })
  attachments!: readonly string[] | null;
  @ShownListField(() => GrantLine, { description: 'its budget, where the agreement parts it' })
  lines!: readonly GrantLine[];
}

const SentGrantLine = sentClass(GrantLine, ['line']);

/** A grant as the treasurer enters it: with the day of the agreement, or the day on which all of it came. */
export class SentGrant extends sentClass(
  Grant,
  ['received', 'refunded', 'spent', 'writtenOff', 'recovered', 'owed', 'left', 'agreedOn', 'receivedOn', 'lines'],
  { purpose: '' },
) {
  @DayField({ unless: 'receivedOn', description: 'when it was agreed, where its money comes later, in receipts' })
  agreedOn?: string | null;
  @DayField({ unless: 'agreedOn', description: 'when all of it came, with the agreement' })
  receivedOn?: string | null;
  @ListField(() => SentGrantLine, {
    max: LINES_MAX,
    optional: true,
    description: 'its budget, where the agreement parts it: lines that come to `amount`',
  })
  lines?: readonly InstanceType<typeof SentGrantLine>[] | null;
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
  parts: { field: 'lines', table: 'grant_lines', row: GrantLine, of: 'code', isListed: true },
  sums: { centavos: 'amount' },
});
