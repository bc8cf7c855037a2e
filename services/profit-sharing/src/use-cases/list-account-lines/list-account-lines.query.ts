import { AmountField, CodeField, DayField, OneOfField, WholeField } from '@ayni/http/fields';
import { formatAmount, readAmount, type Centavos, type Day } from '@ayni/kernel';
import { ofCode } from '@ayni/database/name-keys';
import { ofSpan, spanValues } from '@ayni/database/running-totals';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { amountSql, Listing, type ListQuery, type Narrowing, type Page } from '@ayni/http/listing';
import { growsByDebit, isAccount } from '../../domain/ledger/accounts.js';
import { SOURCES, type Source } from '../../domain/ledger/entry.js';

/** A line of the sheet of an account. */
export class AccountLineRow {
  @DayField() day!: Day;
  @OneOfField(SOURCES, { description: 'the kind of document that was posted' }) source!: Source;
  @CodeField({ description: 'of the document' }) code!: string;
  @OneOfField(['record', 'reversal']) posting!: 'record' | 'reversal';
  @WholeField(1, 1_000_000, { description: 'of the entry' }) line!: number;
  @CodeField({ nullable: true, description: 'whose part: a member, a household, a grant or a fund' })
  party!: string | null;
  @AmountField() debit!: Centavos;
  @AmountField() credit!: Centavos;
  @AmountField({ description: 'of the account, or of the party that is asked for, with this line' })
  balance!: string;
}

/** What a sheet is asked for. */
export type SheetQuery = ListQuery & { readonly account: string; readonly party?: string };

const columns = {
  day: 'e.day',
  source: 'e.source',
  code: 'e.code',
  posting: 'e.posting',
  line: 'l.line',
  party: `NULLIF(l.party, '')`,
  debit: amountSql('l.debit'),
  credit: amountSql('l.credit'),
  balance: `'0'`,
} as const;

const FROM = 'ledger_entries e JOIN ledger_lines l USING (coop_id, source, code, posting)';

const readBefore = statement(
  'account balance before a line',
  `SELECT places, COALESCE((SELECT sum(debit - credit) FROM ledger_totals
       WHERE ${ofSpan(1)} AND account = $5 AND ($6::text IS NULL OR party = $6)), 0)::bigint
     + COALESCE((SELECT sum(l.debit - l.credit) FROM ${FROM}
       WHERE e.coop_id = current_setting('app.coop')::uuid AND e.day = $7 AND l.account = $5
         AND ($6::text IS NULL OR l.party = $6)
         AND (e.source, e.code, e.posting, l.line) < ($8, $9, $10, $11)), 0)::bigint AS balance
   FROM coops WHERE coop_id = current_setting('app.coop')::uuid`,
);

/** The sheet of an account by day, each line with the balance that it leaves: from the first day of the books, whatever is asked for. */
class AccountSheet extends Listing<AccountLineRow> {
  override async page(tx: Transaction, query: SheetQuery, narrowing: Narrowing = {}): Promise<Page<AccountLineRow>> {
    const { account } = query;
    if (!isAccount(account)) throw new Error(`no account ${account}`);
    const party = narrowing['party'] ?? query.party ?? null;
    const { items, next } = await super.page(tx, query, { ...narrowing, account, party });
    const [first] = items;
    if (!first) return { items, next };
    const before = await tx.one<{ readonly balance: bigint; readonly places: number }>(readBefore, [
      ...spanValues({ until: first.day }),
      ...[account, party, first.day, first.source, first.code, first.posting, first.line],
    ]);
    const sign = growsByDebit(account) ? 1n : -1n;
    let balance = before.balance;
    const lines = items.map((line) => {
      balance += readAmount(String(line.debit), before.places) - readAmount(String(line.credit), before.places);
      return { ...line, balance: formatAmount(sign * balance, before.places) };
    });
    return { items: lines, next };
  }
}

export const accountLines = new AccountSheet({
  row: AccountLineRow,
  name: 'lines of an account',
  from: FROM,
  alias: 'e',
  columns,
  order: ['e.day', 'e.source', 'e.code', 'e.posting', 'l.line'],
  day: 'e.day',
  filters: { account: 'l.account', party: 'l.party', source: 'e.source', code: ofCode('e') },
});
