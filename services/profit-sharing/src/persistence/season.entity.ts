import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RuleSet } from '@ayni/distribution';
import type { Day } from '@ayni/kernel';
import type { SeasonState } from '../domain/seasons/season.js';

/** A season as this service, which owns it, keeps it; the platform's copy shuts the doors. */
@Entity('fiscal_seasons')
export class FiscalSeasonEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('date', { name: 'from_day' })
  from!: Day;

  /** The first day that is no longer of the season. */
  @Column('date', { name: 'until_day' })
  until!: Day;

  @Column('json', { name: 'rule_set' })
  ruleSet!: RuleSet;

  @Column('text')
  digest!: string;

  @Column('text', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt!: string;

  @Column('text')
  state!: SeasonState;

  @Column('int')
  version!: number;
}

/** A version of a season's rules, with the resolution that voted it; the first came with the opening. */
@Entity('season_rules')
export class SeasonRulesEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  season!: string;

  @PrimaryColumn('int')
  version!: number;

  @Column('json', { name: 'rule_set' })
  ruleSet!: RuleSet;

  /** The version of the co-op's own rules that these are, or amend. */
  @Column('text', { name: 'own_rule_set', nullable: true })
  ownRuleSet!: string | null;

  @Column('int', { name: 'own_version', nullable: true })
  ownVersion!: number | null;

  @Column('text', { nullable: true })
  resolution!: string | null;

  @Column('text', { name: 'amended_by' })
  amendedBy!: string;

  @Column('timestamptz', { name: 'amended_at' })
  amendedAt!: string;
}
