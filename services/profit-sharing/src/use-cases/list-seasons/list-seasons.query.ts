import {
  AmountField,
  CodeField,
  CountField,
  DayField,
  InstantField,
  ObjectField,
  OneOfField,
  ShownTextField,
  TextField,
  VersionField,
} from '@ayni/http/fields';
import type { Centavos, Day, Instant } from '@ayni/kernel';
import { ANSWERED_RULES_SCHEMA } from '../../domain/rules/rule-set.schema.js';
import { SHOWN_SEASON_STATES, type ShownSeasonState } from '../../domain/seasons/season.js';
import { Listing } from '@ayni/http/listing';

/** A season with its rules. */
export class SeasonRow {
  @CodeField() code!: string;
  @TextField(200) name!: string;
  @DayField({ description: 'its first day' }) from!: Day;
  @DayField({ description: 'its last day' }) to!: Day;
  @OneOfField(SHOWN_SEASON_STATES, { description: 'locked where it is closed and its shares were approved' })
  state!: ShownSeasonState;
  @AmountField({ description: 'the smallest coin in which families are paid' }) cashUnit!: Centavos;
  @ObjectField({ schema: ANSWERED_RULES_SCHEMA }) ruleSet!: Record<string, unknown>;
  @CountField({ description: 'how often the assembly voted them, the opening included' }) rulesVersion!: number;
  @CodeField({ nullable: true, description: "which of the co-op's own rules they are, or amend" })
  ownRuleSet!: string | null;
  @CountField({ nullable: true, description: 'which version of those' }) ownVersion!: number | null;
  @ShownTextField({ nullable: true, description: 'the law that they name, as it is called where it holds' })
  law!: string | null;
  @CodeField({ description: 'who opened it' }) openedBy!: string;
  @InstantField() openedAt!: Instant;
  @VersionField() version!: number;
}

/** Seasons with their rules; `to` is the last day. */
export const seasons = new Listing({
  row: SeasonRow,
  name: 'fiscal seasons',
  from: `fiscal_seasons s CROSS JOIN LATERAL (SELECT rule_set, version, own_rule_set, own_version FROM season_rules
    WHERE coop_id = s.coop_id AND season = s.code ORDER BY version DESC LIMIT 1) r
    LEFT JOIN own_rule_sets o ON o.coop_id = s.coop_id AND o.code = r.own_rule_set`,
  alias: 's',
  columns: {
    code: 's.code',
    name: 's.name',
    from: 's.from_day',
    to: 's.until_day - 1',
    state: `CASE WHEN s.state = 'closed' AND EXISTS (SELECT FROM runs p
      WHERE p.coop_id = s.coop_id AND p.season = s.code AND p.state = 'approved') THEN 'locked' ELSE s.state END`,
    cashUnit: `r.rule_set ->> 'cashUnit'`,
    ruleSet: `r.rule_set::jsonb - 'cashUnit'`,
    rulesVersion: 'r.version',
    ownRuleSet: 'r.own_rule_set',
    ownVersion: 'r.own_version',
    law: 'o.law',
    openedBy: 's.opened_by',
    openedAt: 's.opened_at',
    version: 's.version + r.version - 1',
  },
  order: ['s.from_day'],
  filters: { code: 's.code' },
});
