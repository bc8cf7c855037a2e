import { AmountField, DayField, OneOfField, ShownListField, ShownTextField } from '@ayni/http/fields';
import { addDays, formatAmount, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { ofSpan, spanValues } from '@ayni/database/running-totals';
import { statement } from '@ayni/database/statement';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { ACCOUNTS, growsByDebit, isAccount, type AccountKind } from '../../domain/accounts.js';

const ACCOUNT_KINDS = [...new Set(Object.values(ACCOUNTS))];

/** An account, or one party's part of it, as of a day. */
export class Balance {
  @OneOfField(Object.keys(ACCOUNTS)) account!: string;
  @ShownTextField({ nullable: true, description: 'whose part: a grant, fund, member, household or season' })
  party!: string | null;
  @OneOfField(ACCOUNT_KINDS) kind!: AccountKind;
  @AmountField() debit!: string;
  @AmountField() credit!: string;
  @AmountField({ description: 'on the side on which the account grows' }) balance!: string;
}

/** Every account as of a day. */
export class Balances {
  @DayField() on!: Day;
  @ShownListField(() => Balance) items!: readonly Balance[];
}

const sums = statement(
  'ledger balances',
  `SELECT account, party, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit
   FROM ledger_totals WHERE ${ofSpan(1)}
   GROUP BY account, party ORDER BY account, party`,
);

type Row = { readonly account: string; readonly party: string; readonly debit: bigint; readonly credit: bigint };

/** Every account of the ledger with all that was posted up to a day. */
export class SumAccounts {
  constructor(private readonly coops: CoopDirectory) {}

  /** @param on today in the co-op's zone where left out */
  async run(tx: Transaction, on?: Day): Promise<Balances> {
    const day = on ?? (await this.coops.today(tx));
    const { places } = await this.coops.get(tx);
    const rows = await tx.query<Row>(sums, spanValues({ until: addDays(day, 1) }));
    return { on: day, items: rows.map((row) => balanceOf(row, places)) };
  }
}

function balanceOf({ account, party, debit, credit }: Row, places: number): Balance {
  if (!isAccount(account)) throw new Error(`no account ${account}`);
  return {
    account,
    party: party === '' ? null : party,
    kind: ACCOUNTS[account],
    debit: formatAmount(debit, places),
    credit: formatAmount(credit, places),
    balance: formatAmount(growsByDebit(account) ? debit - credit : credit - debit, places),
  };
}
