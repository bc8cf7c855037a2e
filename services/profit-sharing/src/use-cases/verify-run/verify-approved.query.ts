import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { RunsPort } from '../../domain/runs/runs.port.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import type { Verification, VerifyRun } from './verify-run.query.js';

/** Verifies the run of a season that is approved, wherever its books are. */
export class VerifyApproved {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly runs: RunsPort,
    private readonly verify: VerifyRun,
  ) {}

  /** @throws Refusal `not-found` */
  async run(tx: Transaction, season: string): Promise<Verification & { readonly fingerprint: string }> {
    const { code } = found(await this.seasons.find(tx, season), 'season', season);
    const id = found(await this.runs.approvedOf(tx, code), 'run', code);
    const run = found(await this.runs.find(tx, id), 'run', id);
    return { ...(await this.verify.of(tx, run)), fingerprint: run.outcome.fingerprint };
  }
}
