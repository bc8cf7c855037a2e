import {
  CodeField,
  CountField,
  DayField,
  InstantField,
  OneOfField,
  ShownTextField,
  TextField,
  VersionField,
} from '@ayni/http/fields';
import type { Centavos, Day, Instant } from '@ayni/kernel';
import { SHOWN_SEASON_STATES, type ShownSeasonState } from '../../domain/seasons/season.js';
import { Listing } from '@ayni/http/listing';
import {
  CashUnitField,
  OwnRuleSetField,
  OwnVersionField,
  RULES_COLUMNS,
  RuleSetField,
} from '../list-season-rules/rules-columns.js';

/** A season with its rules. */
export class SeasonRow {
  @CodeField() code!: string;
  @TextField(200) name!: string;
  @DayField({ description: 'its first day' }) from!: Day;
  @DayField({ description: 'its last day' }) to!: Day;
  @OneOfField(SHOWN_SEASON_STATES, { description: 'locked where it is closed and its shares were approved' })
  state!: ShownSeasonState;
  @CashUnitField() cashUnit!: Centavos;
  @RuleSetField() ruleSet!: Record<string, unknown>;
  @CountField({ description: 'how often the assembly voted them, the opening included' }) rulesVersion!: number;
  @OwnRuleSetField() ownRuleSet!: string | null;
  @OwnVersionField() ownVersion!: number | null;
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
    ...RULES_COLUMNS,
    rulesVersion: 'r.version',
    law: 'o.law',
    openedBy: 's.opened_by',
    openedAt: 's.opened_at',
    version: 's.version + r.version - 1',
  },
  order: ['s.from_day'],
  filters: { code: 's.code' },
});
