import { AmountField, CodeField, DayField, ObjectField, TextField, YesNoField } from '@ayni/http/fields';
import { RULE_SET_SCHEMA } from '../domain/rule-set.schema.js';

/** A season as the treasurer writes it. */
export class SeasonRequest {
  @CodeField()
  code!: string;

  @TextField(200)
  name!: string;

  @DayField({ optional: true, description: 'its first day; left out: the day after the last season' })
  from?: string;

  @DayField({ description: 'its last day' })
  to!: string;

  @AmountField({ description: 'the smallest coin in which families are paid' })
  cashUnit!: string;

  @ObjectField({ schema: RULE_SET_SCHEMA })
  ruleSet!: Record<string, unknown>;
}

/** What of an open season is to be another; what is left out stays. */
export class ChangeSeasonRequest {
  @TextField(200, { optional: true })
  name?: string | null;

  @DayField({ optional: true, description: 'its first day' })
  from?: string | null;

  @DayField({ optional: true, description: 'its last day' })
  to?: string | null;

  @AmountField({ optional: true, description: 'the smallest coin in which families are paid' })
  cashUnit?: string | null;

  @ObjectField({ optional: true, schema: RULE_SET_SCHEMA })
  ruleSet?: Record<string, unknown> | null;
}

/** That a season is to be taken back. */
export class WithdrawalRequest {
  @CodeField({ description: 'the code of the season once more: withdrawing has no way back' })
  season!: string;

  @TextField(500)
  reason!: string;
}

/** That a season is to be closed; its last day and a resolution come with `early` only. */
export class ClosingRequest {
  @CodeField({ description: 'the code of the season once more: closing has no way back' })
  season!: string;

  @YesNoField({ optional: true, description: 'before its last day is over' })
  early?: boolean;

  @DayField({ optional: true, description: 'the last day that it now has, today at the latest' })
  to?: string;

  @TextField(500, { optional: true, description: 'why it ends early, and why what is unfinished stays' })
  reason?: string;

  @CodeField({ optional: true, description: 'the number of the resolution by which it ends early' })
  resolution?: string;
}

/** Rules of a season as the assembly voted them anew. */
export class RulesRequest {
  @AmountField({ description: 'the smallest coin in which families are paid' })
  cashUnit!: string;

  @ObjectField({ schema: RULE_SET_SCHEMA })
  ruleSet!: Record<string, unknown>;

  @CodeField({ description: 'the number of the resolution by which the assembly carried them' })
  resolution!: string;
}
