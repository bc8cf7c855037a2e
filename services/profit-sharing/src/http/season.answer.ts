import { CommandDone } from '@ayni/http/commands/load-answer';
import { CodeField, WholeField } from '@ayni/http/fields';

/** That the services were asked to close their books of a season. */
export class ClosingAnswer extends CommandDone {
  @CodeField({ description: 'the season' })
  closing!: string;
}

/** That the rules of a season were amended. */
export class AmendedRulesAnswer extends CommandDone {
  @CodeField()
  season!: string;

  @WholeField(1, Number.MAX_SAFE_INTEGER, { description: 'which version of its rules these are' })
  rulesVersion!: number;
}
