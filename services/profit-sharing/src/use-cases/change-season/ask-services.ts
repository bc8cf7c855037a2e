import { Refusal, Refusals, type DayRange } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { KeptSeason } from '../../domain/seasons/season.js';
import type { SeasonQuestion } from '../../domain/seasons/season-question.js';
import type { SeasonQuestionsPort } from '../../domain/seasons/season-questions.port.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';

/** Asks all services whether facts lie on days of a season, unless these books know of some already. */
export class AskServices {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly questions: SeasonQuestionsPort,
  ) {}

  /**
   * @param season locked
   * @throws Refusals `season-in-use`, and each day on which facts lie
   */
  async run(
    tx: Transaction,
    season: KeptSeason,
    days: readonly DayRange[],
    question: Omit<SeasonQuestion, 'asked'>,
  ): Promise<KeptSeason> {
    const { code } = season;
    const found = await this.questions.ownOn(tx, days);
    if (found.length > 0)
      throw new Refusals([
        new Refusal('season-in-use', '', { season: code, count: String(found.length) }),
        ...found.map(
          ({ kind, day, records }) => new Refusal('day-in-use', '', { kind, day, records: String(records) }),
        ),
      ]);
    const asking = await this.seasons.beginChange(tx, season, days);
    await this.questions.ask(tx, code, { ...question, asked: asking.version });
    return asking;
  }
}
