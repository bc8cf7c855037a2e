import { runApproved, runApprovedV2, runProposed, runProposedV2, runReversed } from '@ayni/contracts';
import { Refusal, type DayRange } from '@ayni/kernel';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { calledFunds } from '../domain/rules/called-funds.js';
import type { CarryOver } from '../domain/runs/case.js';
import {
  placesOfRun,
  type Appropriated,
  type FreshRun,
  type Run,
  type RunHead,
  type RunState,
} from '../domain/runs/run.js';
import type { RunRecords } from '../domain/runs/run-records.js';
import { RunsPort } from '../domain/runs/runs.port.js';
import type { SetOff } from '../domain/debts/set-off.js';
import type { SeasonInOrder } from '../domain/seasons/season-order.js';
import { approvedData, proposedData, reversedData, runAggregate } from '../publishing/run-events.js';
import { readCarryOver, repaidAfter } from './carry-over.js';
import { registeredFunds } from './funds.postgres.js';
import { RunDebtEntity } from './run.entity.js';
import { readRunRecords, whoseIsEdited } from './run-records.js';
import { addRunWithShares } from './run-shares.js';

const KEPT = `r.id, r.season, r.currency, r.approved_before AS "approvedBefore", r.rules_version AS "rulesVersion",
  r.state, r.version, r.calculated_by AS "calculatedBy", r.proposed_by AS "proposedBy",
  r.reversal_proposed_by AS "reversalProposedBy"`;

const readRun = statement(
  'read run',
  `SELECT ${KEPT}, r."case", r.outcome FROM runs r WHERE r.coop_id = current_setting('app.coop')::uuid AND r.id = $1`,
);

const readHead = statement(
  'read head of run',
  `SELECT ${KEPT}, s.summary -> 'case' AS "case", s.summary -> 'outcome' AS outcome
   FROM runs r JOIN run_summaries s ON s.coop_id = r.coop_id AND s.run = r.id
   WHERE r.coop_id = current_setting('app.coop')::uuid AND r.id = $1`,
);

// there may be very many of whom nothing is kept and nothing set off
const readAppropriated = statement(
  'appropriated members of run',
  `SELECT m.member, m.household, f.retained, json_build_object('debts', f.workings -> 'debts') AS workings
   FROM run_members m, json_to_record(m.figures) AS f (retained text, workings json)
   WHERE m.coop_id = current_setting('app.coop')::uuid AND m.run = $1
     AND (f.retained::numeric <> 0 OR json_array_length(f.workings -> 'debts') > 0)
   ORDER BY m.member COLLATE "C"`,
);

const readPaid = statement(
  'appropriated households of run',
  `SELECT h.household, h.carried_before AS "carriedBefore", f.paid, f.carried
   FROM run_households h, json_to_record(h.figures) AS f (paid text, carried text)
   WHERE h.coop_id = current_setting('app.coop')::uuid AND h.run = $1 ORDER BY h.household COLLATE "C"`,
);

const keepTies = statement(
  'keep ties of run',
  `INSERT INTO run_ties (coop_id, run, member, ties_won)
   SELECT coop_id, run, member, (figures ->> 'tiesWon')::int FROM run_members
   WHERE coop_id = current_setting('app.coop')::uuid AND run = $1`,
);

const readApproved = statement(
  'approved run',
  `SELECT id FROM runs WHERE coop_id = current_setting('app.coop')::uuid AND season = $1 AND state = 'approved'`,
);

// every approval and every reversal has the next number
const countMoves = statement(
  'count approvals and reversals',
  `SELECT (count(approval) + count(reversal))::int AS moves FROM runs WHERE coop_id = current_setting('app.coop')::uuid`,
);

const readLastApproved = statement(
  'season approved last',
  `SELECT s.code, s.from_day AS "from" FROM runs r JOIN fiscal_seasons s ON s.coop_id = r.coop_id AND s.code = r.season
   WHERE r.coop_id = current_setting('app.coop')::uuid AND r.state = 'approved' ORDER BY r.approval DESC LIMIT 1`,
);

const readApprovedFrom = statement(
  'approved season from',
  `SELECT s.code FROM runs r JOIN fiscal_seasons s ON s.coop_id = r.coop_id AND s.code = r.season
   WHERE r.coop_id = current_setting('app.coop')::uuid AND r.state = 'approved' AND s.from_day >= $1
   ORDER BY s.from_day LIMIT 1`,
);

const readUnshared = statement(
  'unshared season before',
  `SELECT s.code FROM fiscal_seasons s
   WHERE s.coop_id = current_setting('app.coop')::uuid AND s.from_day < $1 AND s.state <> 'withdrawn' AND NOT EXISTS (
     SELECT FROM runs r WHERE r.coop_id = s.coop_id AND r.season = s.code AND r.state = 'approved')
   ORDER BY s.from_day LIMIT 1`,
);

// of two that move a run at once, the second finds it in another state
const move = (name: string, set: string): Statement =>
  statement(
    `${name} run`,
    `UPDATE runs SET version = version + 1, ${set}
     WHERE coop_id = current_setting('app.coop')::uuid AND id = $1 AND state = $2 RETURNING version`,
  );

const proposeRun = move('propose', `state = 'proposed', proposed_by = $3, proposed_at = $4`);
const approveRun = move(
  'approve',
  `state = 'approved', approved_by = $3, approved_at = $4, resolution = $5, approval = approved_before + 1`,
);
const supersedeRuns = statement(
  'supersede runs',
  `UPDATE runs SET version = version + 1, state = 'superseded'
   WHERE coop_id = current_setting('app.coop')::uuid AND season = $1 AND state IN ('calculated', 'proposed')`,
);
// who asks for a reversal moves nothing yet
const proposeReversal = statement(
  'propose reversal of run',
  `UPDATE runs SET reversal_proposed_by = $2, reversal_proposed_at = $3, reversal_reason = $4
   WHERE coop_id = current_setting('app.coop')::uuid AND id = $1`,
);
const rejectReversal = statement(
  'reject reversal of run',
  `UPDATE runs SET reversal_proposed_by = NULL, reversal_proposed_at = NULL, reversal_reason = NULL
   WHERE coop_id = current_setting('app.coop')::uuid AND id = $1`,
);
const reverseRun = move(
  'reverse',
  `state = 'reversed', reversed_by = $3, reversed_at = $4, reversal_resolution = $5, reversal = (
     SELECT count(r.approval) + count(r.reversal) + 1 FROM runs r WHERE r.coop_id = runs.coop_id)`,
);
const rejectRun = move('reject', `state = 'rejected', rejected_by = $3, rejected_at = $4, rejection = $5`);

type PaidRow = Appropriated['outcome']['households'][number] & { readonly carriedBefore: string };

/** Runs in PostgreSQL, with what each leaves to the next. */
export class PostgresRuns extends RunsPort {
  async add(tx: Transaction, run: FreshRun, by: string): Promise<void> {
    await addRunWithShares(tx, run, calledFunds(run.case.ruleSet, await registeredFunds(tx)), by);
  }

  async find(tx: Transaction, id: string): Promise<Run | undefined> {
    const [run] = await tx.query<Run>(readRun, [id]);
    return run;
  }

  async head(tx: Transaction, id: string): Promise<RunHead | undefined> {
    const [run] = await tx.query<RunHead>(readHead, [id]);
    return run;
  }

  async appropriated(tx: Transaction, { id, season, outcome }: RunHead): Promise<Appropriated> {
    const members = await tx.query<Appropriated['outcome']['members'][number]>(readAppropriated, [id]);
    const households = await tx.query<PaidRow>(readPaid, [id]);
    const carried = households.map(({ household, carriedBefore }) => ({ household, carried: carriedBefore }));
    return { id, season, case: { households: carried }, outcome: { ...outcome, members, households } };
  }

  editedOf(tx: Transaction, id: string): Promise<string | undefined> {
    return whoseIsEdited(tx, id);
  }

  records(tx: Transaction, id: string): Promise<RunRecords> {
    return readRunRecords(tx, id);
  }

  async approvedOf(tx: Transaction, season: string): Promise<string | undefined> {
    const [run] = await tx.query<{ id: string }>(readApproved, [season]);
    return run?.id;
  }

  async approvedFrom(tx: Transaction, { from }: SeasonInOrder): Promise<string | undefined> {
    const [season] = await tx.query<{ code: string }>(readApprovedFrom, [from]);
    return season?.code;
  }

  async supersede(tx: Transaction, season: string): Promise<void> {
    await tx.query(supersedeRuns, [season]);
  }

  async moves(tx: Transaction): Promise<number> {
    const { moves } = await tx.one<{ moves: number }>(countMoves);
    return moves;
  }

  async lastApproved(tx: Transaction): Promise<SeasonInOrder | undefined> {
    const [season] = await tx.query<SeasonInOrder>(readLastApproved);
    return season;
  }

  async unsharedBefore(tx: Transaction, { from }: SeasonInOrder): Promise<string | undefined> {
    const [season] = await tx.query<{ code: string }>(readUnshared, [from]);
    return season?.code;
  }

  async propose(tx: Transaction, run: RunHead, by: string): Promise<void> {
    const version = await this.move(tx, proposeRun, run, by);
    tx.publish(placesOfRun(run) === 2 ? runProposed : runProposedV2, runAggregate(run), version, proposedData(run));
  }

  async approve(
    tx: Transaction,
    run: RunHead,
    by: string,
    resolution: string,
    setOff: readonly SetOff[],
  ): Promise<void> {
    const version = await this.move(tx, approveRun, run, by, resolution);
    await this.supersede(tx, run.season);
    await tx.query(keepTies, [run.id]);
    await tx.insert(
      RunDebtEntity,
      setOff.map(({ member, place, kind, code, left, taken }) => {
        return { run: run.id, member, place, kind, code, amountLeft: left, amountTaken: taken };
      }),
    );
    tx.publish(
      placesOfRun(run) === 2 ? runApproved : runApprovedV2,
      runAggregate(run),
      version,
      approvedData(run, resolution),
    );
  }

  async reject(tx: Transaction, run: RunHead, by: string, reason: string): Promise<void> {
    await this.move(tx, rejectRun, run, by, reason);
  }

  async proposeReversal(tx: Transaction, { id }: RunHead, by: string, reason: string): Promise<void> {
    await tx.query(proposeReversal, [id, by, tx.now.toISOString(), reason]);
  }

  async rejectReversal(tx: Transaction, { id }: RunHead): Promise<void> {
    await tx.query(rejectReversal, [id]);
  }

  async reverse(tx: Transaction, run: RunHead, by: string, resolution: string): Promise<void> {
    const version = await this.move(tx, reverseRun, run, by, resolution);
    tx.publish(runReversed, runAggregate(run), version, reversedData(run, resolution));
  }

  carryOver(tx: Transaction, moves: number, season: DayRange): Promise<CarryOver> {
    return readCarryOver(tx, moves, season);
  }

  repaidAfter(
    tx: Transaction,
    moves: number,
    season: DayRange,
    debts: readonly string[],
  ): Promise<ReadonlyMap<string, bigint>> {
    return repaidAfter(tx, moves, season, debts);
  }

  /** @returns the version that the run has now */
  private async move(tx: Transaction, how: Statement, run: RunHead, by: string, more?: string): Promise<number> {
    const values = [run.id, run.state, by, tx.now.toISOString(), ...(more === undefined ? [] : [more])];
    const [moved] = await tx.query<{ version: number }>(how, values);
    if (moved) return moved.version;
    const now = await this.head(tx, run.id);
    const state: RunState = now?.state ?? run.state;
    throw new Refusal('wrong-state', '', { state, expected: run.state });
  }
}
