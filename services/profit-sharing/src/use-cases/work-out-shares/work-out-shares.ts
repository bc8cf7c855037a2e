import {
  isRefused,
  outcomeOf,
  workOut,
  type Case,
  type Outcome,
  type RefusedCase,
  type Sha256,
  type WorkedCase,
} from '@ayni/distribution';
import { Refusal } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Transaction } from '@ayni/database/transaction';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import type { Season } from '../../domain/seasons/season.js';
import type { WriteSeasonCase } from '../calculate-run/write-season-case.js';

/** A season's case by the books as they are now, what comes of it, and how many approvals and reversals of runs came before. */
export type WorkedOut<Result = WorkedCase | RefusedCase> = {
  readonly document: Case;
  readonly worked: Result;
  readonly approvedBefore: number;
};

/** So long may the arithmetic of very many members take on a slow machine. */
export const RECKONING_SECONDS = 60;

/** Works the shares of a season out by the books as they are now; nothing of it is kept. */
export class WorkOutShares {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly runs: RunsPort,
    private readonly caseOf: WriteSeasonCase,
    private readonly sha256: Sha256,
  ) {}

  async run(tx: Transaction, season: Season): Promise<WorkedOut> {
    const { places } = await this.coops.get(tx);
    await tx.allowIdle(RECKONING_SECONDS);
    const approvedBefore = await this.runs.moves(tx);
    const document = await this.caseOf.run(tx, season, approvedBefore);
    return { document, worked: workOut(document, () => places), approvedBefore };
  }

  /** The same with all of its outcome written. */
  async written(
    tx: Transaction,
    season: Season,
  ): Promise<{ readonly document: Case; readonly outcome: Outcome | RefusedCase }> {
    const { document, worked } = await this.run(tx, season);
    return { document, outcome: isRefused(worked) ? worked : outcomeOf(worked, this.sha256) };
  }

  /** The case alone, by the ledger's running totals: to be worked out by rules that are only looked at. */
  async caseByTotals(tx: Transaction, season: Season): Promise<Case> {
    await tx.allowIdle(RECKONING_SECONDS);
    return this.caseOf.byTotals(tx, season, await this.runs.moves(tx));
  }

  /** @throws Refusal `basis-without-entries`, `shares-refused` where no shares come of the books */
  async shared(tx: Transaction, season: Season): Promise<WorkedOut<WorkedCase>> {
    const { worked, ...rest } = await this.run(tx, season);
    if (isRefused(worked)) throw refusalOf(worked);
    return { ...rest, worked };
  }
}

/** Why no shares come of the books, in a line; nothing where they do. */
export const unsharedFor = (outcome: object): string | null =>
  isRefused(outcome) ? `${outcome.code}: ${outcome.detail}` : null;

/** The refusal of a case, as people are told it. */
export function refusalOf({ code, pointer, basis, pool }: RefusedCase): Refusal {
  return code === 'basis-without-entries'
    ? new Refusal('basis-without-entries', '', { basis: basis ?? '', pool: pool ?? '' })
    : new Refusal('shares-refused', '', { detail: `${code}:${pointer}` });
}
