import { CodeField, DayField, ObjectField, TextField } from '@ayni/http/fields';
import { RULE_SET_SCHEMA } from '../domain/rules/rule-set.schema.js';

/** Rules of the co-op's own as they are begun. */
export class SentOwnRuleSet {
  @CodeField({ description: 'by which seasons name them' })
  code!: string;

  @TextField(200)
  name!: string;

  @CodeField({ optional: true, description: 'the shipped set that they copy, whose law they then name' })
  copies?: string | null;
}

/** A version of rules, for the assembly to adopt. */
export class RuleSetVersionRequest {
  @DayField({ description: 'the first day on which it holds once it is adopted' })
  from!: string;

  @ObjectField({ schema: RULE_SET_SCHEMA })
  ruleSet!: Record<string, unknown>;
}

/** That a version is adopted. */
export class AdoptionRequest {
  @CodeField({
    optional: true,
    description:
      'the number of the resolution that covers this version; the first rules of a co-op need none before it has approved shares',
  })
  resolution?: string | null;
}
