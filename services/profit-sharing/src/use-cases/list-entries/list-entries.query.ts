import { AmountField, CodeField, DayField, InstantField, ListField, OneOfField } from '@ayni/http/fields';
import type { Centavos, Day, Instant } from '@ayni/kernel';
import { ACCOUNTS, type Account } from '../../domain/ledger/accounts.js';
import { SOURCES, type Source } from '../../domain/ledger/entry.js';
import { ofCode } from '@ayni/database/name-keys';
import { amountSql, Listing } from '@ayni/http/listing';

/** A line of an entry: what an account, or one party's part of it, got or gave. */
export class EntryLine {
  @OneOfField(Object.keys(ACCOUNTS)) account!: Account;
  @CodeField({ nullable: true, description: 'a member, a household, a grant or a fund' }) party!: string | null;
  @AmountField() debit!: Centavos;
  @AmountField() credit!: Centavos;
}

/** An entry of the journal. */
export class EntryRow {
  @DayField() day!: Day;
  @OneOfField(SOURCES, { description: 'the kind of document that was posted' }) source!: Source;
  @CodeField({ description: 'of the document' }) code!: string;
  @OneOfField(['record', 'reversal']) posting!: 'record' | 'reversal';
  @AmountField() amount!: Centavos;
  @InstantField() postedAt!: Instant;
  @ListField(() => EntryLine) lines!: EntryLine[];
}

/** The journal by day: each entry with its lines. */
export const entries = new Listing({
  row: EntryRow,
  name: 'ledger entries',
  from: 'ledger_entries e',
  alias: 'e',
  columns: {
    day: 'e.day',
    source: 'e.source',
    code: 'e.code',
    posting: 'e.posting',
    amount: amountSql('e.amount'),
    postedAt: 'e.posted_at',
    lines: `COALESCE((SELECT json_agg(json_build_object('account', l.account, 'party', NULLIF(l.party, ''),
        'debit', ${amountSql('l.debit')}, 'credit', ${amountSql('l.credit')}) ORDER BY l.line)
      FROM ledger_lines l WHERE l.coop_id = e.coop_id AND l.source = e.source AND l.code = e.code
        AND l.posting = e.posting), '[]')`,
  },
  order: ['e.day', 'e.source', 'e.code', 'e.posting'],
  day: 'e.day',
  filters: { source: 'e.source', code: ofCode('e') },
});
