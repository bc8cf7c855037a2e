import type { Transaction } from '@ayni/database/transaction';
import type { NumberedReport, SeasonsPort } from '../../domain/seasons/seasons.port.js';
import type { FinishClosing } from '../close-season/finish-closing.js';

/** Takes in what services report of a season's books, and closes it when all of them agree. */
export class TakeReports {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly finishClosing: FinishClosing,
  ) {}

  async run(tx: Transaction, reports: readonly NumberedReport[]): Promise<void> {
    const bySeason = new Map<string, NumberedReport[]>();
    for (const report of reports) bySeason.set(report.season, [...(bySeason.get(report.season) ?? []), report]);
    for (const [code, itsReports] of bySeason) await this.take(tx, code, itsReports);
  }

  /** Whoever brings the last report sees all the others: the season's row lets one in at a time. */
  private async take(tx: Transaction, code: string, reports: readonly NumberedReport[]): Promise<void> {
    const season = await this.seasons.lock(tx, code);
    if (!season) throw new Error(`books of season ${code}, which was never opened`);
    await this.seasons.keepReports(tx, reports);
    await this.finishClosing.run(tx, season);
  }
}
