import {
  CodeField,
  CountField,
  DayField,
  InstantField,
  ObjectField,
  OneOfField,
  ShownListField,
  ShownTextField,
  YesNoField,
} from '@ayni/http/fields';
import { found, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { shownSeason } from '../../domain/seasons/season-change.js';
import { QUESTION_STATES, type QuestionState } from '../../domain/seasons/season-question.js';
import type { SeasonQuestionsPort } from '../../domain/seasons/season-questions.port.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';

class AskedService {
  @ShownTextField() service!: string;
  @YesNoField({ description: 'whether it has said what lies on the days in question' }) reported!: boolean;
}

class DayInUse {
  @ShownTextField() service!: string;
  @ShownTextField({ description: 'of fact' }) kind!: string;
  @DayField() day!: Day;
  @CountField() records!: number;
}

/** `none` where nothing was ever asked. */
const STATES = ['none', ...QUESTION_STATES] as const;

/** What all services were asked about a season last, and what came of it. */
export class SeasonChange {
  @CodeField() season!: string;
  @OneOfField(STATES, {
    description: 'refused where facts lie on the days, cancelled where it was taken back: the season is as it was',
  })
  state!: QuestionState | 'none';
  @ShownTextField({ nullable: true, description: 'why it is to be withdrawn; null where it is to be another' })
  withdrawal!: string | null;
  @ObjectField({ nullable: true, description: 'the season as it is to be; null where nothing was asked' })
  wanted!: object | null;
  @CodeField({ nullable: true, description: 'who asked for it' }) askedBy!: string | null;
  @InstantField({ nullable: true }) askedAt!: string | null;
  @ShownListField(() => AskedService) services!: readonly AskedService[];
  @ShownListField(() => DayInUse, { description: 'on which facts lie' }) days!: readonly DayInUse[];
}

/** How far a season's correction or withdrawal is of which all services are asked. */
export class ShowChange {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly questions: SeasonQuestionsPort,
    private readonly services: readonly string[],
  ) {}

  async run(tx: Transaction, named: string): Promise<SeasonChange> {
    const { code } = found(await this.seasons.find(tx, named), 'season', named);
    const question = await this.questions.last(tx, code);
    const counts = question ? await this.questions.counts(tx, code, question.asked) : [];
    return {
      season: code,
      state: question?.state ?? 'none',
      withdrawal: question?.withdrawal ?? null,
      wanted: question ? shownSeason(question.wanted) : null,
      askedBy: question?.by ?? null,
      askedAt: question?.askedAt ?? null,
      services: this.services.map((service) => {
        return { service, reported: counts.some((count) => count.service === service) };
      }),
      days: counts.flatMap(({ service, days }) => days.map((day) => ({ service, ...day }))),
    };
  }
}
