import {
  AmountField,
  CodeField,
  CodesField,
  DayField,
  ListField,
  ObjectField,
  TextField,
  YesNoField,
} from '@ayni/http/fields';
import { RULE_SET_SCHEMA } from '../domain/rules/rule-set.schema.js';

/** A season as the treasurer writes it. */
export class SeasonRequest {
  @CodeField()
  code!: string;

  @TextField(200)
  name!: string;

  @DayField({ optional: true, description: 'its first day; left out: the day after the last season' })
  from?: string | null;

  @DayField({ description: 'its last day' })
  to!: string;

  @AmountField({ description: 'the smallest coin in which families are paid' })
  cashUnit!: string;

  @ObjectField({ optional: true, schema: RULE_SET_SCHEMA })
  ruleSet?: Record<string, unknown> | null;

  @CodeField({ optional: true, description: "in place of written rules: the co-op's own that hold on its first day" })
  ownRuleSet?: string | null;
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
  @CodeField({ description: 'the code of the season once more: only a resolution opens it again' })
  season!: string;

  @YesNoField({ optional: true, description: 'before its last day is over' })
  early?: boolean | null;

  @DayField({ optional: true, description: 'the last day that it now has, today at the latest' })
  to?: string | null;

  @TextField(500, { optional: true, description: 'why it ends early, and why what is unfinished stays' })
  reason?: string | null;

  @CodeField({ optional: true, description: 'the number of the resolution by which it ends early' })
  resolution?: string | null;
}

/** That a closed season is opened again. */
export class ReopeningRequest {
  @CodeField({ description: 'the code of the season once more' })
  season!: string;

  @TextField(500, { description: 'why it is opened again' })
  reason!: string;

  @CodeField({ description: 'the number of the resolution by which it is opened again' })
  resolution!: string;
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

/** Some members, to be summed up together. */
export class GroupRequest {
  @TextField(64, { description: 'by what members are grouped, such as their community' })
  by!: string;

  @TextField(120)
  group!: string;

  @CodesField({ description: 'the numbers of the members; who is in two groups of a kind counts in the first' })
  members!: string[];
}

/** The rule sets that everybody is to see beside those of the season, six at most, on its books as they are now. */
export class ShownScenarioRequest {
  @CodesField({ optional: true, max: 6, description: 'codes of rule sets that are shipped' })
  shipped?: string[] | null;

  @CodesField({
    optional: true,
    max: 6,
    description: "codes of the co-op's own rule sets, each as it was written last",
  })
  ownRuleSets?: string[] | null;

  @ObjectField({ optional: true, each: true, schema: RULE_SET_SCHEMA })
  ruleSets?: Record<string, unknown>[] | null;

  @ListField(() => GroupRequest, { optional: true, max: 200, description: 'what is summed up besides' })
  groups?: GroupRequest[] | null;
}

/** The rule sets that are to be compared with those of the season. */
export class ScenarioRequest extends ShownScenarioRequest {
  @YesNoField({
    optional: true,
    description: 'to be shown to everybody: names nobody, and hides groups of fewer than five',
  })
  forAssembly?: boolean | null;
}
