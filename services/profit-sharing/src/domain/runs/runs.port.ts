import type { Transaction } from '@ayni/database/transaction';
import type { DayRange } from '@ayni/kernel';
import type { CarryOver } from './case.js';
import type { Appropriated, FreshRun, Run, RunHead } from './run.js';
import type { RunRecords } from './run-records.js';
import type { SetOff } from '../debts/set-off.js';
import type { SeasonInOrder } from '../seasons/season-order.js';

/** The runs of a co-op; what one freezes never changes. */
export abstract class RunsPort {
  abstract add(tx: Transaction, run: FreshRun, by: string): Promise<void>;
  /** A run with all that it froze. */
  abstract find(tx: Transaction, id: string): Promise<Run | undefined>;
  /** A run where it does not matter what each member and household gets. */
  abstract head(tx: Transaction, id: string): Promise<RunHead | undefined>;
  /** What of a run is posted when it is approved. */
  abstract appropriated(tx: Transaction, run: RunHead): Promise<Appropriated>;
  /** A member or household of whom a run, before it is approved, keeps something else than it froze. */
  abstract editedOf(tx: Transaction, id: string): Promise<string | undefined>;
  /** What the books hold of a run beside what it froze. */
  abstract records(tx: Transaction, id: string): Promise<RunRecords>;
  abstract approvedOf(tx: Transaction, season: string): Promise<string | undefined>;
  /** Which season of those that do not begin before `season` has an approved run; the first of them. */
  abstract approvedFrom(tx: Transaction, season: SeasonInOrder): Promise<string | undefined>;
  /** Puts aside what was worked out of a season and not decided. */
  abstract supersede(tx: Transaction, season: string): Promise<void>;
  /** How often a run was approved or reversed so far. */
  abstract moves(tx: Transaction): Promise<number>;
  /** The season whose run was approved last of those that stand. */
  abstract lastApproved(tx: Transaction): Promise<SeasonInOrder | undefined>;
  /** The first of the seasons before `season` that has no approved run. */
  abstract unsharedBefore(tx: Transaction, season: SeasonInOrder): Promise<string | undefined>;
  /** Puts a run to the assembly and tells the others. @throws Refusal `wrong-state` where somebody else moved it first */
  abstract propose(tx: Transaction, run: RunHead, by: string): Promise<void>;
  /**
   * Approves a run, keeps what it leaves to the next one, and tells the others. The other runs of its season that wait
   * for their turn are superseded.
   * @throws Refusal `wrong-state` where somebody else moved it first
   */
  abstract approve(
    tx: Transaction,
    run: RunHead,
    by: string,
    resolution: string,
    setOff: readonly SetOff[],
  ): Promise<void>;
  abstract reject(tx: Transaction, run: RunHead, by: string, reason: string): Promise<void>;
  /** Keeps that somebody asks for an approved run to be reversed, and why. */
  abstract proposeReversal(tx: Transaction, run: RunHead, by: string, reason: string): Promise<void>;
  abstract rejectReversal(tx: Transaction, run: RunHead): Promise<void>;
  /** Reverses an approved run and tells the others. @throws Refusal `wrong-state` where somebody else did before */
  abstract reverse(tx: Transaction, run: RunHead, by: string, resolution: string): Promise<void>;
  /**
   * What the runs left behind that stood after the first `moves` approvals and reversals, with what was paid back, used
   * and bought up to the season's end.
   */
  abstract carryOver(tx: Transaction, moves: number, season: DayRange): Promise<CarryOver>;
  /** What was brought back of each of the debts after the days that such a carry-over takes up. */
  abstract repaidAfter(
    tx: Transaction,
    moves: number,
    season: DayRange,
    debts: readonly string[],
  ): Promise<ReadonlyMap<string, bigint>>;
}
