import { AmountField, CodeField, CountField, InstantField, ObjectField } from '@ayni/http/fields';
import type { Centavos, Instant } from '@ayni/kernel';
import { Listing } from '@ayni/http/listing';
import { ANSWERED_RULES_SCHEMA } from '../../domain/rules/rule-set.schema.js';

/** A version of a season's rules, as the assembly voted it. */
export class SeasonRulesRow {
  @CountField({ description: 'which version of its rules these are' }) version!: number;
  @AmountField({ description: 'the smallest coin in which families are paid' }) cashUnit!: Centavos;
  @ObjectField({ schema: ANSWERED_RULES_SCHEMA }) ruleSet!: Record<string, unknown>;
  @CodeField({ nullable: true, description: "which of the co-op's own rules they are, or amend" })
  ownRuleSet!: string | null;
  @CountField({ nullable: true, description: 'which version of those' }) ownVersion!: number | null;
  @CodeField({ nullable: true, description: 'that voted them; the first come with the opening and need none' })
  resolution!: string | null;
  @CodeField() recordedBy!: string;
  @InstantField() recordedAt!: Instant;
}

/** Every version of a season's rules, the opening's first; a run names the one that it was worked out by. */
export const seasonRules = new Listing({
  row: SeasonRulesRow,
  name: 'season rules',
  from: 'season_rules r',
  alias: 'r',
  columns: {
    version: 'r.version',
    cashUnit: `r.rule_set ->> 'cashUnit'`,
    ruleSet: `r.rule_set::jsonb - 'cashUnit'`,
    ownRuleSet: 'r.own_rule_set',
    ownVersion: 'r.own_version',
    resolution: 'r.resolution',
    recordedBy: 'r.amended_by',
    recordedAt: 'r.amended_at',
  },
  order: ['r.version'],
  filters: { season: 'r.season' },
});
