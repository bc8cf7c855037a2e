import { ObjectField, PartField, ShownListField, ShownTextField } from '@ayni/http/fields';
import { shippedName, shippedRuleSets, type ShippedRuleSet } from '@ayni/rule-sets';
import { ANSWERED_RULES_SCHEMA } from '../../domain/rules/rule-set.schema.js';
import { linesOf, RuleLaw, RuleLine, RuleWords } from './explained-rules.js';

/** Rules that are shipped, explained line by line. */
class ShippedRules {
  @ShownTextField() code!: string;
  @ShownTextField({ nullable: true, description: 'ISO 3166' }) country!: string | null;
  @PartField(() => RuleWords) name!: RuleWords;
  @PartField(() => RuleLaw, { nullable: true }) law!: RuleLaw | null;
  @ShownListField(() => RuleLine) lines!: RuleLine[];
  @ShownListField(() => RuleWords, { description: 'what the law asks besides, which no line can say' })
  besides!: RuleWords[];
  @ObjectField({ schema: ANSWERED_RULES_SCHEMA }) ruleSet!: ShippedRuleSet['rules'];
}

/** All of them. */
export class ShippedRuleSetsAnswer {
  @ShownListField(() => ShippedRules) ruleSets!: ShippedRules[];
}

/** The rule sets that are shipped, in the order in which they are offered. */
export const listRuleSets = (): ShippedRuleSetsAnswer => ({
  ruleSets: shippedRuleSets.map(({ code, country, name, law, rules, sources, besides }) => ({
    code,
    country,
    name,
    law,
    lines: [...linesOf(rules, sources, shippedName)],
    besides: [...besides],
    ruleSet: rules,
  })),
});
