import { AmountField, CodeField, CountField, ObjectField } from '@ayni/http/fields';
import { ANSWERED_RULES_SCHEMA } from '../../domain/rules/rule-set.schema.js';

export const CashUnitField = (): PropertyDecorator =>
  AmountField({ description: 'the smallest coin in which families are paid' });

export const RuleSetField = (): PropertyDecorator => ObjectField({ schema: ANSWERED_RULES_SCHEMA });

export const OwnRuleSetField = (): PropertyDecorator =>
  CodeField({ nullable: true, description: "which of the co-op's own rules they are, or amend" });

export const OwnVersionField = (): PropertyDecorator =>
  CountField({ nullable: true, description: 'which version of those' });

/** What the columns of a season's rules say, of rows of `season_rules` that stand in a query as `r`. */
export const RULES_COLUMNS = {
  cashUnit: `r.rule_set ->> 'cashUnit'`,
  ruleSet: `r.rule_set::jsonb - 'cashUnit'`,
  ownRuleSet: 'r.own_rule_set',
  ownVersion: 'r.own_version',
};
