import { payoutConfirmed } from '@ayni/contracts';
import { FIRST_SEQ } from '@ayni/database/event-table';
import { asNamed } from '@ayni/database/names';
import { lockEach } from '@ayni/database/lock-each';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { standing } from '@ayni/facts/standing';
import { Refusal, type Day } from '@ayni/kernel';
import {
  HOUSEHOLD_ACCOUNTS,
  type HouseholdAccount,
  type Payout,
  type KeptShare,
  type PayoutLine,
  type PlannedLine,
  type PlannedPayout,
} from '../domain/payouts/payout.js';
import { PayoutsPort, type HeldClaims, type HeldLine } from '../domain/payouts/payouts.port.js';
import { confirmedData, payoutAggregate } from '../publishing/payout-events.js';
import { PayoutEntity, PayoutLineEntity } from './payout.entity.js';

const readPayout = statement(
  'find payouts',
  `SELECT f.asked, f.code, f.run, r.season, r.currency, f.rule, f.resolution, f.cash, f.bank, f.state, f.version,
     f.planned_by AS "plannedBy", f.confirmed_on AS "confirmedOn",
     r.state = 'approved' AS "runStands"
   FROM (SELECT asked, f.* FROM ${asNamed({ table: 'payouts', column: 'code' })}) f
   JOIN runs r ON r.coop_id = f.coop_id AND r.id = f.run`,
);

const readLines = statement(
  'lines of a payout',
  `SELECT household, way, payee, account, amount FROM payout_lines
   WHERE coop_id = current_setting('app.coop')::uuid AND payout = $1 ORDER BY place`,
);

/** Of the payout `p`: a household that was not paid, or whose payment was given back. */
const someUnpaid = `EXISTS (
  SELECT FROM payout_lines l WHERE l.coop_id = p.coop_id AND l.payout = p.code AND NOT EXISTS (
    SELECT FROM household_payments f WHERE f.coop_id = l.coop_id AND f.payout = l.payout
      AND f.household = l.household AND ${standing('household-payment', 'f')}))`;

const endPaid = statement(
  'end payout that is paid',
  `UPDATE payouts p SET state = 'ended', version = version + 1
   WHERE coop_id = current_setting('app.coop')::uuid AND state = 'confirmed' AND NOT ${someUnpaid}`,
);

const readOpen = statement(
  'open payout',
  `SELECT code FROM payouts WHERE coop_id = current_setting('app.coop')::uuid AND state IN ('planned', 'confirmed')`,
);

const confirmPayout = statement(
  'confirm payout',
  `UPDATE payouts SET state = 'confirmed', version = version + 1, confirmed_by = $2, confirmed_at = $3, confirmed_on = $4
   WHERE coop_id = current_setting('app.coop')::uuid AND code = $1 AND state = 'planned'`,
);

const endPayout = statement(
  'end payout',
  `UPDATE payouts SET state = CASE state WHEN 'planned' THEN 'withdrawn' ELSE 'ended' END, version = version + 1,
     ended_by = $2, ended_at = $3, end_reason = $4
   WHERE coop_id = current_setting('app.coop')::uuid AND code = $1 AND state IN ('planned', 'confirmed')
   RETURNING state`,
);

const readHeldLines = statement(
  'lines to be paid',
  `SELECT l.payout, l.household, l.way, l.amount, l.member, l.count, l.value_each AS "valueEach", (
     SELECT f.code FROM household_payments f WHERE f.coop_id = l.coop_id AND f.payout = l.payout
       AND f.household = l.household AND ${standing('household-payment', 'f')}) AS "paidBy", (
     SELECT count(*)::int FROM household_payments f WHERE f.coop_id = l.coop_id AND f.payout = l.payout
       AND f.household = l.household) AS attempts
   FROM payout_lines l JOIN unnest($1::text[], $2::text[]) AS a (payout, household) USING (payout, household)
   WHERE l.coop_id = current_setting('app.coop')::uuid`,
);

const readBalances = statement(
  'accounts of households',
  `SELECT party AS household, account, sum(credit - debit)::bigint AS balance FROM ledger_totals
   WHERE coop_id = current_setting('app.coop')::uuid AND monthly AND account = ANY($1::text[]) AND party = ANY($2::text[])
   GROUP BY party, account`,
);

type Balance = { readonly household: string; readonly account: HouseholdAccount; readonly balance: bigint };
type LineRow = Omit<HeldLine, 'kept'> & { readonly payout: string; readonly household: string } & (
    KeptShare | { readonly member: null }
  );

/** Rounds of paying in PostgreSQL. */
export class PostgresPayouts extends PayoutsPort {
  async find(tx: Transaction, code: string): Promise<Payout | undefined> {
    return (await this.named(tx, [code])).get(code);
  }

  lines(tx: Transaction, code: string): Promise<readonly PayoutLine[]> {
    return tx.query<PayoutLine>(readLines, [code]);
  }

  async openOne(tx: Transaction): Promise<string | undefined> {
    await tx.query(endPaid);
    const [open] = await tx.query<{ code: string }>(readOpen);
    return open?.code;
  }

  async plan(tx: Transaction, payout: PlannedPayout, lines: readonly PlannedLine[], by: string): Promise<void> {
    const { season: _, currency: __, ...planned } = payout;
    const row = { ...planned, plannedBy: by, plannedAt: tx.now.toISOString(), confirmedOn: null };
    const added = await tx.insert(PayoutEntity, [{ ...row, state: 'planned', version: 0 }], {
      onConflict: 'nothing',
      returning: 'code',
    });
    if (added.length === 0) throw new Refusal('code-taken', '/code', { code: payout.code });
    await tx.insert(
      PayoutLineEntity,
      lines.map(({ kept, ...line }, i) => ({
        ...{ ...line, payout: payout.code, place: i + 1 },
        ...(kept ?? { member: null, count: null, valueEach: null }),
      })),
    );
  }

  async confirm(
    tx: Transaction,
    payout: Payout,
    lines: readonly PayoutLine[],
    by: string,
    { day, places }: { readonly day: Day; readonly places: number },
  ): Promise<void> {
    await tx.query(confirmPayout, [payout.code, by, tx.now.toISOString(), day]);
    tx.publish(payoutConfirmed, payoutAggregate(payout), FIRST_SEQ, confirmedData(payout, lines, places));
  }

  async end(tx: Transaction, payout: Payout, by: string, reason: string): Promise<'withdrawn' | 'ended'> {
    const values = [payout.code, by, tx.now.toISOString(), reason];
    return (await tx.one<{ state: 'withdrawn' | 'ended' }>(endPayout, values)).state;
  }

  async hold(
    tx: Transaction,
    asked: readonly { readonly payout: string; readonly household: string }[],
  ): Promise<HeldClaims> {
    const balances = await this.holdBalances(
      tx,
      asked.map(({ household }) => household),
    );
    const codes = asked.map(({ payout }) => payout);
    const lines = await tx.query<LineRow>(readHeldLines, [codes, asked.map(({ household }) => household)]);
    const lineOf = new Map(lines.map((line) => [JSON.stringify([line.payout, line.household]), heldLine(line)]));
    return {
      payouts: await this.named(tx, codes),
      line: (payout, household) => lineOf.get(JSON.stringify([payout, household])),
      balances,
    };
  }

  async holdBalances(tx: Transaction, asked: readonly string[]): Promise<HeldClaims['balances']> {
    const households = [...new Set(asked)];
    await lockEach(tx, 'household-account', households);
    const balances = await tx.query<Balance>(readBalances, [HOUSEHOLD_ACCOUNTS, households]);
    const of = (household: string, account: HouseholdAccount): bigint =>
      balances.find((row) => row.household === household && row.account === account)?.balance ?? 0n;
    return (household) => ({
      'household-credit': of(household, 'household-credit'),
      'shares-payable': of(household, 'shares-payable'),
    });
  }

  private async named(tx: Transaction, codes: readonly string[]): Promise<ReadonlyMap<string, Payout>> {
    const rows = await tx.query<Payout & { readonly asked: string }>(readPayout, [[...new Set(codes)]]);
    return new Map(rows.map(({ asked, ...payout }) => [asked, payout]));
  }
}

function heldLine(row: LineRow): HeldLine {
  const { way, amount, paidBy, attempts } = row;
  const kept = row.member === null ? null : { member: row.member, count: row.count, valueEach: row.valueEach };
  return { way, amount, paidBy, attempts, kept };
}
