import { distribute, type Sha256 } from '@ayni/distribution';
import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { differencesOf, type Difference } from '../../domain/differences.js';
import type { RunsPort } from '../../domain/runs.port.js';
import type { SeasonsPort } from '../../domain/seasons.port.js';
import type { WriteSeasonCase } from '../calculate-run/write-season-case.js';

type Check = { readonly equal: boolean; readonly differences: readonly Difference[] };

export type Verification = {
  readonly run: string;
  readonly equal: boolean;
  /** Whether the frozen case, worked out again, gives the frozen outcome. */
  readonly frozen: Check;
  /** Whether ledger and events, gathered again, give the frozen case. */
  readonly ledger: Check;
};

/** Works a run out again, from what it froze and from the books, and names every figure that differs. */
export class VerifyRun {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly runs: RunsPort,
    private readonly caseOf: WriteSeasonCase,
    private readonly sha256: Sha256,
  ) {}

  async run(tx: Transaction, id: string): Promise<Verification> {
    const run = found(await this.runs.find(tx, id), 'run', id);
    const season = found(await this.seasons.find(tx, run.season), 'season', run.season);
    const frozen = check(run.outcome, distribute(run.case, this.sha256));
    // who moved to another household since was paid with the one that the run names
    const householdOf = new Map(run.case.members.map(({ member, household }) => [member, household]));
    const ledger = check(run.case, await this.caseOf.run(tx, season, run.approvedBefore, householdOf));
    return { run: id, equal: frozen.equal && ledger.equal, frozen, ledger };
  }
}

function check(frozen: unknown, now: unknown): Check {
  const differences = differencesOf(frozen, now);
  return { equal: differences.length === 0, differences };
}
