import type { Transaction } from '@ayni/database/transaction';
import type { KeptSeason } from '../../domain/seasons/season.js';
import type { CountedBooks, SeasonQuestionsPort } from '../../domain/seasons/season-questions.port.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import type { WithdrawSeason } from '../withdraw-season/withdraw-season.use-case.js';
import type { ApplyChange } from './apply-change.js';

/**
 * Takes in on which days of a season in question services have facts. When all have said so, the season becomes what it
 * is to be where there are none, and stays as it is where there are some; either way its doors open again.
 */
export class TakeCounts {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly questions: SeasonQuestionsPort,
    private readonly applyChange: ApplyChange,
    private readonly withdrawSeason: WithdrawSeason,
    private readonly services: readonly string[],
  ) {}

  async run(tx: Transaction, counts: readonly CountedBooks[]): Promise<void> {
    for (const code of new Set(counts.map(({ season }) => season))) {
      // whoever brings the last count sees all the others: the season's row lets one in at a time
      const season = await this.seasons.lock(tx, code);
      if (!season) throw new Error(`books of season ${code}, which was never opened`);
      await this.questions.keepCounts(
        tx,
        counts.filter((count) => count.season === code),
      );
      await this.settle(tx, season);
    }
  }

  private async settle(tx: Transaction, season: KeptSeason): Promise<void> {
    const { code } = season;
    const question = await this.questions.last(tx, code);
    if (question?.state !== 'asking') return;
    const { asked, wanted, withdrawal, by } = question;
    const counts = await this.questions.counts(tx, code, asked);
    if (!this.services.every((service) => counts.some((count) => count.service === service))) return;
    const isFree = counts.every(({ days }) => days.length === 0);
    await this.questions.settle(tx, code, asked, isFree ? 'done' : 'refused');
    if (!isFree) await this.seasons.change(tx, season, season);
    else if (withdrawal === null) await this.applyChange.run(tx, season, wanted, by);
    else await this.withdrawSeason.finish(tx, season, withdrawal, by);
  }
}
