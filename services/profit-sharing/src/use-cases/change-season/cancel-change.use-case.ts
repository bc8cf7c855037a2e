import { found, Refusal } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { SeasonState } from '../../domain/seasons/season.js';
import { editionOf, refuseWithdrawn } from '../../domain/seasons/season-change.js';
import type { SeasonQuestionsPort } from '../../domain/seasons/season-questions.port.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';

/**
 * Takes back what all services are asked about a season, its correction or its withdrawal, while one of them has not
 * answered: the season stays as it was and its doors open again. What that one answers later is of no question any more.
 */
export class CancelChange {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly questions: SeasonQuestionsPort,
  ) {}

  /** The season's row lets in one at a time: the last answer comes before, and nothing is asked any more, or after. */
  async run(tx: Transaction, named: string): Promise<{ code: string; state: SeasonState; version: number }> {
    const season = found(await this.seasons.lock(tx, named), 'season', named);
    const { code } = season;
    refuseWithdrawn(season);
    const question = await this.questions.last(tx, code);
    if (question?.state !== 'asking') throw new Refusal('nothing-asked', '', { season: code });
    await this.questions.settle(tx, code, question.asked, 'cancelled');
    const opened = await this.seasons.change(tx, season, season);
    return { code, state: opened.state, version: editionOf(opened) };
  }
}
