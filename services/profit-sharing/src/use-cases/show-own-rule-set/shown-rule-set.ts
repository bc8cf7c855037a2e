import {
  CountField,
  DayField,
  InstantField,
  ObjectField,
  PartField,
  ShownListField,
  ShownTextField,
  CodeField,
} from '@ayni/http/fields';
import type { RuleSet } from '@ayni/distribution';
import type { Day, Instant } from '@ayni/kernel';
import type { Limit } from '@ayni/rule-sets';
import { ANSWERED_RULES_SCHEMA } from '../../domain/rules/rule-set.schema.js';
import { RuleLine, RuleWords } from '../list-rule-sets/explained-rules.js';
import { OwnRuleSetRow } from '../list-own-rule-sets/list-own-rule-sets.query.js';

/** What the law asks of rules. */
export class RuleLimit {
  @ShownTextField({ description: 'the kind of limit' }) kind!: Limit['kind'];
  @ShownTextField({ nullable: true, description: 'the fund that it is about' }) fund!: string | null;
  @PartField(() => RuleWords, { description: 'what the law asks' }) asks!: RuleWords;
  @ShownTextField({ description: 'the article that asks it' }) article!: string;
  @PartField(() => RuleWords, { nullable: true, description: 'the mark of a limit that was not read in the law' })
  mark!: RuleWords | null;
}

/** By whose word a version holds. */
export class RulesAdopted {
  @CodeField({ nullable: true, description: 'the resolution that adopted it; null for the first rules of the co-op' })
  resolution!: string | null;
  @CodeField() by!: string;
  @InstantField() at!: Instant;
}

/** A version of rules, explained line by line; it never changes. */
export class ShownVersion {
  @CountField() version!: number;
  @DayField({ description: 'the first day on which it holds once it is adopted' }) from!: Day;
  @ShownTextField({ description: 'by which a resolution names it' }) fingerprint!: string;
  @CodeField() proposedBy!: string;
  @InstantField() proposedAt!: Instant;
  @PartField(() => RulesAdopted, { nullable: true, description: 'null while nobody adopted it' })
  adopted!: RulesAdopted | null;
  @ShownListField(() => RuleLine) lines!: RuleLine[];
  @ObjectField({ schema: ANSWERED_RULES_SCHEMA }) ruleSet!: RuleSet;
}

/** Rules of the co-op's own, with what their law asks and their versions, the newest first. */
export class ShownOwnRuleSet extends OwnRuleSetRow {
  @ShownListField(() => RuleLimit) limits!: RuleLimit[];
  @ShownListField(() => RuleWords, { description: 'what the law asks besides, which no line can say' })
  besides!: RuleWords[];
  @ShownListField(() => ShownVersion, { description: 'the newest hundred' }) written!: ShownVersion[];
}
