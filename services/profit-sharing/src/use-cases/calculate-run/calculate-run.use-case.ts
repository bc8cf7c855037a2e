import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { RunsPort } from '../../domain/runs.port.js';
import type { SeasonsPort } from '../../domain/seasons.port.js';
import type { WorkOutShares } from '../work-out-shares/work-out-shares.js';

/** Works the shares of a closed season out and freezes what they came from. */
export class CalculateRun {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly runs: RunsPort,
    private readonly shares: WorkOutShares,
    private readonly newId: () => string,
  ) {}

  async run(
    tx: Transaction,
    code: string,
    by: string,
  ): Promise<{ run: { id: string; state: 'calculated'; season: string; fingerprint: string } }> {
    const season = found(await this.seasons.find(tx, code), 'season', code);
    if (season.state !== 'closed') throw new Refusal('season-not-closed', '', { season: code });
    const approved = await this.runs.approvedOf(tx, code);
    if (approved !== undefined) throw new Refusal('run-exists', '', { season: code, run: approved });
    const { document, outcome, approvedBefore } = await this.shares.shared(tx, season);
    const { currency } = document;
    const { rulesVersion } = season;
    const id = this.newId();
    await this.runs.add(tx, { id, season: code, currency, case: document, outcome, approvedBefore, rulesVersion }, by);
    return { run: { id, state: 'calculated', season: code, fingerprint: outcome.fingerprint } };
  }
}
