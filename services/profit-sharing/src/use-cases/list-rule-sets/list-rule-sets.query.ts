import { ObjectField, OneOfField, PartField, ShownListField, ShownTextField } from '@ayni/http/fields';
import { markOf, sentencesOf, shippedName, shippedRuleSets, type ShippedRuleSet } from '@ayni/rule-sets';
import { ANSWERED_RULES_SCHEMA } from '../../domain/rule-set.schema.js';

const SOURCES = ['law', 'statute', 'secondary', 'unverified'] as const;

class Spoken {
  @ShownTextField({ description: 'in Spanish' }) es!: string;
  @ShownTextField({ description: 'in English' }) en!: string;
}

class Law {
  @ShownTextField({ description: 'as it is called where it holds' }) name!: string;
  @ShownTextField({ description: 'the day of the law' }) date!: string;
}

class Line {
  @ShownTextField({ description: 'its place in the rules, as a JSON pointer' }) pointer!: string;
  @PartField(() => Spoken, { description: 'what it does' }) says!: Spoken;
  @ShownTextField({ nullable: true, description: 'the article that it comes from' }) article!: string | null;
  @OneOfField(SOURCES, {
    nullable: true,
    description: 'how far that was read: the law, a statute, others, or not at all',
  })
  source!: ShippedRuleSet['sources'][string]['source'] | null;
  @PartField(() => Spoken, { nullable: true, description: 'the mark of a line that was not read in the law' })
  mark!: Spoken | null;
}

/** Rules that are shipped, explained line by line. */
class ShippedRules {
  @ShownTextField() code!: string;
  @ShownTextField({ nullable: true, description: 'ISO 3166' }) country!: string | null;
  @PartField(() => Spoken) name!: Spoken;
  @PartField(() => Law, { nullable: true }) law!: Law | null;
  @ShownListField(() => Line) lines!: Line[];
  @ShownListField(() => Spoken, { description: 'what the law asks besides, which no line can say' }) besides!: Spoken[];
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
