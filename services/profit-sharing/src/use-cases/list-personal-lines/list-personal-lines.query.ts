import { AmountField, CodeField, DayField, OneOfField, WholeField } from '@ayni/http/fields';
import { FAMILY_ACCOUNTS, formatAmount, MEMBER_ACCOUNTS, readAmount, type Centavos, type Day } from '@ayni/kernel';
import { ofSpan, spanValues } from '@ayni/database/running-totals';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { amountSql, Listing, type ListQuery, type Narrowing, type Page } from '@ayni/http/listing';
import { isOwedByDebit } from '../../domain/ledger/accounts.js';
import { SOURCES, type Source } from '../../domain/ledger/entry.js';
import { PERSONAL_ACCOUNTS, type PersonalAccount } from '../../domain/ledger/members-accounts.js';

/** A line of the account of a member, or of a household and its members, with the document behind it. */
export class PersonalLineRow {
  @DayField() day!: Day;
  @OneOfField(SOURCES, { description: 'the kind of document that was posted' }) source!: Source;
  @CodeField({ description: 'of the document' }) code!: string;
  @OneOfField(['record', 'reversal']) posting!: 'record' | 'reversal';
  @WholeField(1, 1_000_000, { description: 'of the entry' }) line!: number;
  @CodeField({ nullable: true, description: 'whose shares a run gave out' }) season!: string | null;
  @OneOfField(PERSONAL_ACCOUNTS) account!: PersonalAccount;
  @CodeField({ description: 'whose part of the account: a member, or a household' }) party!: string;
  @AmountField({ description: 'against her: what she was given, owes or was paid' }) debit!: Centavos;
  @AmountField({ description: 'in her favour: what she put in, brought back or is owed' }) credit!: Centavos;
  @AmountField({ description: 'what of the account is left with this line, on the side on which it grows' })
  left!: string;
  @AmountField({ description: 'of all accounts with this line: in her favour above zero, against her below' })
  balance!: string;
}

const among = (accounts: readonly string[]): string => `(${accounts.map((account) => `'${account}'`).join(', ')})`;

/** Whose lines a row of parties and accounts is of, in SQL. */
const ofMember = (row: string, member: string): string =>
  `${row}.party = ${member} AND ${row}.account IN ${among(MEMBER_ACCOUNTS)}`;

const ofHousehold = (row: string, household: string): string =>
  `(${row}.party = ${household} AND ${row}.account IN ${among(FAMILY_ACCOUNTS)} OR ${row}.party IN (
     SELECT m.number FROM members m WHERE m.coop_id = current_setting('app.coop')::uuid AND m.household = ${household})
   AND ${row}.account IN ${among(MEMBER_ACCOUNTS)})`;

const FROM = 'ledger_entries e JOIN ledger_lines l USING (coop_id, source, code, posting)';

const before = (name: string, of: (row: string, holder: string) => string) =>
  statement(
    name,
    `SELECT account, party, sum(debit - credit)::bigint AS against FROM (
       SELECT t.account, t.party, t.debit, t.credit FROM ledger_totals t WHERE ${ofSpan(1)} AND ${of('t', '$5::text')}
       UNION ALL
       SELECT l.account, l.party, l.debit, l.credit FROM ${FROM}
       WHERE e.coop_id = current_setting('app.coop')::uuid AND e.day = $6 AND ${of('l', '$5::text')}
         AND (e.source, e.code, e.posting, l.line) < ($7, $8, $9, $10)) s
     GROUP BY account, party`,
  );

const BEFORE = {
  member: before('account of a member before a line', ofMember),
  household: before('account of a household before a line', ofHousehold),
} as const;

const readPlaces = statement(
  'places of accounts',
  `SELECT places FROM coops WHERE coop_id = current_setting('app.coop')::uuid`,
);

type PersonalSum = { readonly account: PersonalAccount; readonly party: string; readonly against: bigint };

/** The account of one member or household by day, each line with what it leaves: from the first day of the books, whatever is asked for. */
class PersonalLines extends Listing<PersonalLineRow> {
  override async page(tx: Transaction, query: ListQuery, narrowing: Narrowing = {}): Promise<Page<PersonalLineRow>> {
    const { items, next } = await super.page(tx, query, narrowing);
    const [first] = items;
    if (!first) return { items, next };
    const { member, household } = narrowing;
    const { places } = await tx.one<{ readonly places: number }>(readPlaces, []);
    const parts = await tx.query<PersonalSum>(BEFORE[typeof member === 'string' ? 'member' : 'household'], [
      ...spanValues({ until: first.day }),
      ...[member ?? household, first.day, first.source, first.code, first.posting, first.line],
    ]);
    const against = new Map(parts.map((part) => [keyOf(part), part.against]));
    let total = parts.reduce((sum, part) => sum + part.against, 0n);
    const lines = items.map((line) => {
      const change = readAmount(String(line.debit), places) - readAmount(String(line.credit), places);
      const left = (against.get(keyOf(line)) ?? 0n) + change;
      against.set(keyOf(line), left);
      total += change;
      return {
        ...line,
        left: formatAmount(isOwedByDebit(line.account) ? left : -left, places),
        balance: formatAmount(-total, places),
      };
    });
    return { items: lines, next };
  }
}

const keyOf = ({ account, party }: { readonly account: string; readonly party: string }): string =>
  `${account} ${party}`;

export const personalLines = new PersonalLines({
  row: PersonalLineRow,
  name: 'lines of members and households',
  from: FROM,
  alias: 'e',
  columns: {
    day: 'e.day',
    source: 'e.source',
    code: 'e.code',
    posting: 'e.posting',
    line: 'l.line',
    season: `(SELECT r.season FROM runs r WHERE e.source = 'run' AND r.coop_id = e.coop_id AND r.id::text = e.code)`,
    account: 'l.account',
    party: 'l.party',
    debit: amountSql('l.debit'),
    credit: amountSql('l.credit'),
    left: `'0'`,
    balance: `'0'`,
  },
  order: ['e.day', 'e.source', 'e.code', 'e.posting', 'l.line'],
  day: 'e.day',
  filters: { member: (member) => ofMember('l', member), household: (household) => ofHousehold('l', household) },
});
