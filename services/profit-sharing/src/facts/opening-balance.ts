import type { Centavos, Day } from '@ayni/kernel';
import { AmountField, CodeField, DayField, OneOfField, TextField } from '@ayni/http/fields';
import { declareFact } from '@ayni/facts/fact-store';
import { sentClass } from '@ayni/facts/sent-class';
import { OPENED_ACCOUNTS, type OpenedAccount } from '../domain/ledger/opening.js';

/** What stood on an account when the co-op began to keep its books here. */
export class OpeningBalance {
  @CodeField() code!: string;
  @DayField({ description: 'the first day of the books' }) openedOn!: Day;
  @OneOfField(OPENED_ACCOUNTS) account!: OpenedAccount;
  @TextField(64, {
    optional: true,
    description: 'whose part: the code of a fund, the number of a member, or the name of a supplier',
  })
  party!: string | null;
  @AmountField({ description: 'on the side on which the account grows' }) amount!: Centavos;
}

/** An opening balance as the treasurer enters it. */
export class SentOpeningBalance extends sentClass(OpeningBalance, []) {}

export const openingBalances = declareFact({
  kind: 'opening-balance',
  table: 'opening_balances',
  row: OpeningBalance,
  sent: SentOpeningBalance,
  dated: 'openedOn',
  sums: { centavos: 'amount' },
  filters: ['account'],
});
