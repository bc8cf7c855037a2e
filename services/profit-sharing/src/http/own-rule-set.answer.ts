import { CommandDone } from '@ayni/http/commands/load-answer';
import { CodeField, CountField, DayField, ShownTextField } from '@ayni/http/fields';

/** A version of rules that was kept or adopted. */
export class RuleSetVersionAnswer extends CommandDone {
  @CodeField()
  ruleSet!: string;

  @CountField()
  version!: number;

  @DayField({ description: 'the first day on which it holds once it is adopted' })
  from!: string;

  @ShownTextField({ description: 'by which a resolution names it' })
  fingerprint!: string;
}
