import type { Day, DayRange } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { CarryOver, OpenDebt } from '../domain/runs/case.js';
import { standingAfter } from '../facts/standing-run.js';
import { byMember } from './by-member.js';

const readTies = statement(
  'ties of runs',
  `SELECT DISTINCT ON (t.member) t.member, t.ties_won AS "tiesWon"
   FROM run_ties t JOIN runs r ON r.coop_id = t.coop_id AND r.id = t.run
   WHERE t.coop_id = current_setting('app.coop')::uuid AND ${standingAfter('r', '$1')}
   ORDER BY t.member, r.approval DESC`,
);

// an early season that is shared out late takes up what later ones left
const readAsOf = statement(
  'carry over as of',
  `SELECT GREATEST($2::date, max(s.until_day)) AS until
   FROM runs r JOIN fiscal_seasons s ON s.coop_id = r.coop_id AND s.code = r.season
   WHERE r.coop_id = current_setting('app.coop')::uuid AND ${standingAfter('r', '$1')}`,
);

const readDebts = statement(
  'debts as of a day',
  `SELECT d.member, d.kind, d.code,
     (d.amount - COALESCE(p.repaid, 0) - COALESCE(s.taken, 0))::bigint AS amount
   FROM debts d
   LEFT JOIN (
     SELECT p.debt, sum(p.amount) AS repaid FROM debt_payments p
     WHERE p.coop_id = current_setting('app.coop')::uuid AND p.day < $2
     GROUP BY p.debt
   ) p ON p.debt = d.code
   LEFT JOIN (
     SELECT t.kind, t.code, sum(t.amount_taken) AS taken
     FROM run_debts t JOIN runs r ON r.coop_id = t.coop_id AND r.id = t.run
     WHERE t.coop_id = current_setting('app.coop')::uuid AND ${standingAfter('r', '$1')}
     GROUP BY t.kind, t.code
   ) s ON s.kind = d.kind AND s.code = d.code
   WHERE d.coop_id = current_setting('app.coop')::uuid AND d.day < $2
   ORDER BY d.member, d.day, d.code COLLATE "C"`,
);

const readRepaid = statement(
  'repaid after a season',
  `SELECT p.debt, sum(p.amount)::bigint AS repaid FROM debt_payments p
   WHERE p.coop_id = current_setting('app.coop')::uuid AND p.day >= $1 AND p.debt = ANY($2)
   GROUP BY p.debt`,
);

const readAccounts = statement(
  'accounts as of a day',
  `SELECT account, party, sum(balance)::bigint AS balance FROM (
     SELECT l.account, l.party, l.credit - l.debit AS balance
     FROM ledger_lines l JOIN runs r ON r.coop_id = l.coop_id AND r.id::text = l.code
     WHERE l.coop_id = current_setting('app.coop')::uuid AND l.source = 'run' AND l.posting = 'record'
       AND ${standingAfter('r', '$1')}
       AND l.account IN ('funds', 'fund-draws', 'losses-forward', 'household-carried', 'member-capital',
         'certificates-owed')
     UNION ALL
     SELECT l.account, l.party, l.credit - l.debit
     FROM ledger_entries e JOIN ledger_lines l USING (coop_id, source, code, posting)
     WHERE e.coop_id = current_setting('app.coop')::uuid AND e.day < $2
       AND (e.source IN ('fund-use', 'lapse', 'certificate', 'certificate-withdrawal', 'certificate-transfer',
             'household-payment', 'repayment', 'contribution') AND l.account IN ('funds', 'certificates', 'certificates-owed')
         OR e.source = 'opening-balance' AND l.account IN ('funds', 'losses-forward', 'member-capital'))
   ) moved GROUP BY account, party ORDER BY account, party`,
);

/**
 * What the runs left behind that stood after the first `moves` approvals and reversals, with what moved it up to the
 * season's end.
 */
export async function readCarryOver(tx: Transaction, moves: number, season: DayRange): Promise<CarryOver> {
  const asOf = [moves, await asOfDay(tx, moves, season)];
  const ties = await tx.query<{ member: string; tiesWon: number }>(readTies, [moves]);
  const debts = await tx.query<OpenDebt & { member: string }>(readDebts, asOf);
  const rows = await tx.query<{ account: string; party: string; balance: bigint }>(readAccounts, asOf);
  const of = (account: string): Map<string, bigint> =>
    new Map(rows.filter((row) => row.account === account).map(({ party, balance }) => [party, balance]));
  const [given, draws, forward] = [of('funds'), of('fund-draws'), of('losses-forward')];
  const owed = (fund: string): bigint => -(draws.get(fund) ?? 0n);
  return {
    tiesWon: new Map(ties.map(({ member, tiesWon }) => [member, tiesWon])),
    debts: byMember(debts),
    carried: of('household-carried'),
    funds: new Map(
      [...new Set([...given.keys(), ...draws.keys()])].map((fund) => [
        fund,
        { balance: (given.get(fund) ?? 0n) - owed(fund), owed: owed(fund) },
      ]),
    ),
    priorLosses: -(forward.get('') ?? 0n),
    // what is still owed of certificates is no capital yet
    shareCapital: ['member-capital', 'certificates', 'certificates-owed']
      .flatMap((account) => [...of(account).values()])
      .reduce((sum, amount) => sum + amount, 0n),
  };
}

/** What was brought back of each of the debts after the days that such a carry-over takes up. */
export async function repaidAfter(
  tx: Transaction,
  moves: number,
  season: DayRange,
  debts: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const asOf = await asOfDay(tx, moves, season);
  const rows = await tx.query<{ debt: string; repaid: bigint }>(readRepaid, [asOf, debts]);
  return new Map(rows.map(({ debt, repaid }) => [debt, repaid]));
}

/** The day up to, not including, which a run takes up what moved. */
async function asOfDay(tx: Transaction, moves: number, { until }: DayRange): Promise<Day> {
  return (await tx.one<{ until: Day }>(readAsOf, [moves, until])).until;
}
