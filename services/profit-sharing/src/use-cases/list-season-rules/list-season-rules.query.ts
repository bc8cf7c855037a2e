import { CodeField, CountField, InstantField } from '@ayni/http/fields';
import type { Centavos, Instant } from '@ayni/kernel';
import { Listing } from '@ayni/http/listing';
import { CashUnitField, OwnRuleSetField, OwnVersionField, RULES_COLUMNS, RuleSetField } from './rules-columns.js';

/** A version of a season's rules, as the assembly voted it. */
export class SeasonRulesRow {
  @CountField({ description: 'which version of its rules these are' }) version!: number;
  @CashUnitField() cashUnit!: Centavos;
  @RuleSetField() ruleSet!: Record<string, unknown>;
  @OwnRuleSetField() ownRuleSet!: string | null;
  @OwnVersionField() ownVersion!: number | null;
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
    ...RULES_COLUMNS,
    resolution: 'r.resolution',
    recordedBy: 'r.amended_by',
    recordedAt: 'r.amended_at',
  },
  order: ['r.version'],
  filters: { season: 'r.season' },
});
