import { CommandDone } from '@ayni/http/commands/load-answer';
import { CodeField, OneOfField, VersionField, WholeField } from '@ayni/http/fields';
import { SEASON_STATES, type SeasonState } from '../domain/seasons/season.js';

/** That the services were asked to close their books of a season. */
export class ClosingAnswer extends CommandDone {
  @CodeField({ description: 'the season' })
  closing!: string;
}

/** That a closed season was opened again. */
export class ReopenedAnswer extends CommandDone {
  @CodeField({ description: 'the season' })
  reopened!: string;
}

/** That the rules of a season were amended. */
export class AmendedRulesAnswer extends CommandDone {
  @CodeField()
  season!: string;

  @WholeField(1, Number.MAX_SAFE_INTEGER, { description: 'which version of its rules these are' })
  rulesVersion!: number;
}

/** That a season was corrected, or that the services are asked whether it can be. */
export class ChangedSeasonAnswer extends CommandDone {
  @CodeField()
  code!: string;

  @OneOfField(SEASON_STATES, { description: 'changing while the services are asked' })
  state!: SeasonState;

  @VersionField()
  version!: number;
}

/** That the services are asked whether a season can be taken back. */
export class WithdrawalAnswer extends CommandDone {
  @CodeField({ description: 'the season' })
  withdrawing!: string;
}
