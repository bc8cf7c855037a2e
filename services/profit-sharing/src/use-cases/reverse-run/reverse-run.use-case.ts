import { addDays, found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Principal } from '@ayni/http/auth/principal';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { refuseFollowed, reversalProposerOf } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { isSecondPerson } from '../second-person/second-person.js';
import type { UseResolution } from '../use-resolution/use-resolution.js';

/**
 * Reverses the run that was approved last, under a resolution of the assembly: what it posted is taken back on the day
 * of the reversal, and funds, debts, ties and coins are again as they were before it. What was paid stays paid: it
 * stands against what the next run gives each household. The transaction holds the co-op's lock alone.
 */
export class ReverseRun {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly runs: RunsPort,
    private readonly useResolution: UseResolution,
    private readonly ledger: LedgerPort,
  ) {}

  async run(
    tx: Transaction,
    id: string,
    resolution: string,
    by: Pick<Principal, 'user' | 'member'>,
  ): Promise<{ run: { id: string; state: 'reversed'; resolution: string } }> {
    const run = found(await this.runs.head(tx, id), 'run', id);
    const proposer = reversalProposerOf(run);
    if (!(await isSecondPerson(tx, [proposer], by)))
      throw new Refusal('second-person-needed', '', { person: proposer });
    refuseFollowed(run, await this.runs.lastApproved(tx));
    const season = found(await this.seasons.find(tx, run.season), 'season', run.season);
    const reversal = { kind: 'run-reversal', season: run.season, fingerprint: run.outcome.fingerprint } as const;
    const number = await this.useResolution.run(tx, resolution, reversal, addDays(season.until, -1));
    await this.runs.reverse(tx, run, by.user, number);
    await this.ledger.takeBack(tx, 'run', [id], await this.coops.today(tx));
    return { run: { id, state: 'reversed', resolution: number } };
  }
}
