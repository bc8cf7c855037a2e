import { ObjectField, PartField, ShownListField, ShownTextField } from '@ayni/http/fields';
import { markOf, sentencesOf, shippedName, shippedRuleSets, type ShippedRuleSet } from '@ayni/rule-sets';
import { ANSWERED_RULES_SCHEMA } from '../../domain/rule-set.schema.js';

class RuleWords {
  @ShownTextField({ description: 'in Spanish' }) es!: string;
  @ShownTextField({ description: 'in English' }) en!: string;
}

class RuleLaw {
  @ShownTextField({ description: 'as it is called where it holds' }) name!: string;
  @ShownTextField({ description: 'the day of the law' }) date!: string;
}

class RuleLine {
  @ShownTextField({ description: 'its place in the rules, as a JSON pointer' }) pointer!: string;
  @PartField(() => RuleWords, { description: 'what it does' }) says!: RuleWords;
  @ShownTextField({ nullable: true, description: 'the article that it comes from' }) article!: string | null;
  @ShownTextField({
    nullable: true,
    description: 'how far that was read: `law`, `statute` of a co-op, `secondary`, or `unverified`',
  })
  source!: ShippedRuleSet['sources'][string]['source'] | null;
  @PartField(() => RuleWords, { nullable: true, description: 'the mark of a line that was not read in the law' })
  mark!: RuleWords | null;
}

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
    lines: sentencesOf(rules, shippedName).map(({ pointer, says }) => {
      const { article = null, source = null } = sources[pointer] ?? {};
      return { pointer, says, article, source, mark: source && markOf(source) };
    }),
    besides: [...besides],
    ruleSet: rules,
  })),
});
