import { addDays, found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Principal } from '@ayni/http/auth/principal';
import { refuseOtherPlaces, type CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { appropriationEntry } from '../../domain/runs/appropriation.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { refuseApproval, refuseOutdated } from '../../domain/runs/run.js';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import { setOffOf } from '../../domain/debts/set-off.js';
import { refuseUnshared } from '../../domain/seasons/season-order.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { RECKONING_SECONDS } from '../work-out-shares/work-out-shares.js';
import { booksNow } from '../propose-run/books-now.js';
import { isSecondPerson } from '../second-person/second-person.js';
import type { UseResolution } from '../use-resolution/use-resolution.js';

/**
 * Approves a run under a resolution of the assembly and posts what it makes of the result. The transaction holds the
 * co-op's lock alone: no other run can be calculated or approved meanwhile.
 */
export class ApproveRun {
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
  ): Promise<{ run: { id: string; state: 'approved'; resolution: string } }> {
    const run = found(await this.runs.head(tx, id), 'run', id);
    const { calculatedBy, proposedBy } = run;
    const didBefore = [calculatedBy, ...(proposedBy === null ? [] : [proposedBy])];
    refuseApproval(run, await isSecondPerson(tx, didBefore, by));
    const now = await booksNow(tx, { coops: this.coops, seasons: this.seasons, runs: this.runs }, run);
    const { coop, season } = now;
    refuseOtherPlaces(coop);
    refuseUnshared(season, await this.runs.unsharedBefore(tx, season));
    refuseOutdated(run, now);
    const shares = { kind: 'run', season: run.season, fingerprint: run.outcome.fingerprint } as const;
    // what a season came to is known when its last day is there
    const number = await this.useResolution.run(tx, resolution, shares, addDays(season.until, -1));
    await tx.allowIdle(RECKONING_SECONDS);
    const whose = await this.runs.editedOf(tx, id);
    if (whose !== undefined) throw new Refusal('run-edited', '', { run: id, whose });
    const posted = await this.runs.appropriated(tx, run);
    const debts = posted.outcome.members.flatMap(({ workings }) => workings.debts.map(({ code }) => code));
    const setOff = setOffOf(posted.outcome, await this.runs.repaidAfter(tx, run.approvedBefore, season, debts));
    await this.runs.approve(tx, run, by.user, number, setOff);
    await this.ledger.post(tx, [appropriationEntry(posted, await this.coops.today(tx), setOff)]);
    return { run: { id, state: 'approved', resolution: number } };
  }
}
