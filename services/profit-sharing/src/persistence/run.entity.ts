import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Case, Outcome } from '@ayni/distribution';
import type { CalledFunds } from '../domain/rules/called-funds.js';
import type { RunState } from '../domain/runs/run.js';
import type { HouseholdShare, MemberShare, RunSummary, Weights } from '../domain/runs/run-shares.js';

/** A run with what it froze; only its state moves on, and that until it is approved or rejected. */
@Entity('runs')
export class RunEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  season!: string;

  @Column('text')
  currency!: string;

  @Column('json')
  case!: Case;

  @Column('json')
  outcome!: Outcome;

  @Column('text')
  fingerprint!: string;

  @Column('int', { name: 'approved_before' })
  approvedBefore!: number;

  @Column('int', { name: 'rules_version' })
  rulesVersion!: number;

  @Column('text', { name: 'calculated_by' })
  calculatedBy!: string;

  @Column('timestamptz', { name: 'calculated_at' })
  calculatedAt!: string;

  @Column('text')
  state!: RunState;

  @Column('int')
  version!: number;
}

/** What a run froze, without those who share: statements are read without reading all of it. */
@Entity('run_summaries')
export class RunSummaryEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @Column('json')
  summary!: RunSummary;

  /** As its funds were called then. */
  @Column('json')
  funds!: CalledFunds;
}

/** What a run froze of one member. */
@Entity('run_members')
export class RunMemberEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('text')
  member!: string;

  @Column('text')
  household!: string;

  /** As she was called then. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('json')
  weights!: Weights;

  @Column('json')
  figures!: MemberShare['figures'];
}

/** What a run froze of one household. */
@Entity('run_households')
export class RunHouseholdEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('text')
  household!: string;

  /** As it was called then. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { name: 'carried_before' })
  carriedBefore!: string;

  @Column('json')
  figures!: HouseholdShare['figures'];
}

/** How many odd centavos a member had won in ties after an approved run. */
@Entity('run_ties')
export class RunTiesEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('text')
  member!: string;

  @Column('int', { name: 'ties_won' })
  tiesWon!: number;
}

/** What was left of a member's debt after an approved run. */
@Entity('run_debts')
export class RunDebtEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('uuid')
  run!: string;

  @PrimaryColumn('text')
  member!: string;

  /** In the order in which debts are set off. */
  @PrimaryColumn('int')
  place!: number;

  @Column('text')
  kind!: string;

  @Column('text')
  code!: string;

  @Column('bigint', { name: 'amount_left' })
  amountLeft!: bigint;

  /** What the run took of it, without what had been brought back meanwhile. */
  @Column('bigint', { name: 'amount_taken' })
  amountTaken!: bigint;
}
