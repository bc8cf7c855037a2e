import { PartField, ShownTextField } from '@ayni/http/fields';
import type { RuleSet } from '@ayni/distribution';
import { markOf, sentencesOf, type NameOf, type ShippedRuleSet, type Sourced } from '@ayni/rule-sets';

export class RuleWords {
  @ShownTextField({ description: 'in Spanish' }) es!: string;
  @ShownTextField({ description: 'in English' }) en!: string;
}

export class RuleLaw {
  @ShownTextField({ description: 'as it is called where it holds' }) name!: string;
  @ShownTextField({ description: 'the day of the law' }) date!: string;
}

export class RuleLine {
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

/** What each line of rules does, with the article that it comes from where it is known. */
export const linesOf = (
  rules: RuleSet,
  sources: Readonly<Record<string, Sourced>>,
  nameOf: NameOf,
): readonly RuleLine[] =>
  sentencesOf(rules, nameOf).map(({ pointer, says }) => {
    const { article = null, source = null } = sources[pointer] ?? {};
    return { pointer, says, article, source, mark: source && markOf(source) };
  });
