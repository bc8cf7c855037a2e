import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, OneOfField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { TILLS, type Till } from '../domain/ledger/till.js';

/** What a buyer paid of what was sold on credit. */
export class Collection {
  @CodeField() code!: string;
  @DayField() receivedOn!: Day;
  @OneOfField(TILLS, { description: 'where it lies' }) into!: Till;
  @AmountField() amount!: Centavos;
  @TextField(500, { min: 0, description: 'such as who paid' }) note!: string;
}

/** A collection as the treasurer enters it. */
export class SentCollection extends sentClass(Collection, [], { note: '' }) {}

export const collections = declareFact({
  kind: 'collection',
  table: 'collections',
  row: Collection,
  sent: SentCollection,
  dated: 'receivedOn',
  sums: { centavos: 'amount' },
});
