import { AmountField, DayField, OneOfField, ShownListField, ShownTextField } from '@ayni/http/fields';
import { addDays, formatAmount, inWords, type Day, type Language } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { ofSpan, spanOfDays } from '@ayni/database/running-totals';
import { statement } from '@ayni/database/statement';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { AGED_ACCOUNTS, isOwedByDebit, type AgedAccount } from '../../domain/ledger/accounts.js';
import { ageOf, type Movement } from '../../domain/ledger/ageing.js';

const KINDS = ['receivable', 'payable'] as const;

/** What somebody owes the co-op, or the co-op somebody, by how old it is. */
export class DebtAge {
  @OneOfField(KINDS) kind!: (typeof KINDS)[number];
  @OneOfField(AGED_ACCOUNTS) account!: AgedAccount;
  @ShownTextField({ nullable: true, description: 'who: a member, a household, a grant or a supplier' })
  party!: string | null;
  @ShownTextField({ description: 'the account as people call it' }) label!: string;
  @AmountField({ description: 'below zero where it was overpaid' }) total!: string;
  @AmountField() upTo30Days!: string;
  @AmountField() upTo60Days!: string;
  @AmountField() upTo90Days!: string;
  @AmountField() over90Days!: string;
  @AmountField({ description: 'of loans: what was to be brought before this day, and was not' }) overdue!: string;
}

/** What is owed on a day by age: who paid settled the oldest first. */
export class DebtAges {
  @DayField() on!: Day;
  @ShownListField(() => DebtAge) items!: readonly DebtAge[];
}

const readMovements = statement(
  'debts by day',
  `SELECT account, party, day, sum(debit)::bigint AS debit, sum(credit)::bigint AS credit
   FROM ledger_totals WHERE ${ofSpan(1)} AND account = ANY($5::text[])
   GROUP BY account, party, day HAVING sum(debit) <> sum(credit) ORDER BY account, party, day`,
);

type Row = {
  readonly account: AgedAccount;
  readonly party: string;
  readonly day: Day;
  readonly debit: bigint;
  readonly credit: bigint;
};

// what a run set off counts from the day of the run
const readOverdue = statement(
  'overdue loans',
  `SELECT o.member, sum(o.due_by - o.paid)::bigint AS overdue FROM (
     SELECT l.member, max(l.due_by) AS due_by,
       (SELECT COALESCE(sum(p.amount), 0) FROM debt_payments p
        WHERE p.coop_id = l.coop_id AND p.debt = l.loan AND p.day <= $1)
       + (SELECT COALESCE(sum(s.amount_taken), 0) FROM run_debts s
          JOIN runs r ON r.coop_id = s.coop_id AND r.id = s.run AND r.state = 'approved'
          JOIN ledger_entries e
            ON e.coop_id = r.coop_id AND e.source = 'run' AND e.code = r.id::text AND e.posting = 'record'
          WHERE s.coop_id = l.coop_id AND s.kind = 'loan' AND s.code = l.loan AND e.day <= $1) AS paid
     FROM loan_dues l WHERE l.coop_id = current_setting('app.coop')::uuid AND l.due_on < $1
     GROUP BY l.coop_id, l.loan, l.member) o
   WHERE o.due_by > o.paid GROUP BY o.member`,
);

/** Tells who owes and is owed, and for how long. */
export class AgeDebts {
  constructor(private readonly coops: CoopDirectory) {}

  /** @param on today in the co-op's zone where left out */
  async run(tx: Transaction, language: Language, on?: Day): Promise<DebtAges> {
    const day = on ?? (await this.coops.today(tx));
    const { places } = await this.coops.get(tx);
    const rows = await tx.query<Row>(readMovements, [...spanOfDays({ until: addDays(day, 1) }), AGED_ACCOUNTS]);
    const late = await tx.query<{ member: string; overdue: bigint }>(readOverdue, [day]);
    const overdue = new Map(late.map((row) => [row.member, row.overdue]));
    const shown = (amount: bigint): string => formatAmount(amount, places);
    return {
      on: day,
      items: parts(rows).flatMap(({ account, party, movements }) => {
        const [first = 0n, second = 0n, third = 0n, rest = 0n] = ageOf(movements, day);
        const total = first + second + third + rest;
        if (total === 0n) return [];
        return {
          kind: isOwedByDebit(account) ? ('receivable' as const) : ('payable' as const),
          account,
          party: party === '' ? null : party,
          label: inWords('account', account, language),
          total: shown(total),
          upTo30Days: shown(first),
          upTo60Days: shown(second),
          upTo90Days: shown(third),
          over90Days: shown(rest),
          overdue: shown(account === 'member-loans' ? (overdue.get(party) ?? 0n) : 0n),
        };
      }),
    };
  }
}

type AgedSum = { readonly account: AgedAccount; readonly party: string; readonly movements: Movement[] };

/** The movements of each party's part of an account, in the order of the rows. */
function parts(rows: readonly Row[]): AgedSum[] {
  const found = new Map<string, AgedSum>();
  for (const { account, party, day, debit, credit } of rows) {
    const [more, less] = isOwedByDebit(account) ? [debit, credit] : [credit, debit];
    const key = JSON.stringify([account, party]);
    const part = found.get(key) ?? { account, party, movements: [] };
    part.movements.push({ day, more, less });
    found.set(key, part);
  }
  return [...found.values()];
}
