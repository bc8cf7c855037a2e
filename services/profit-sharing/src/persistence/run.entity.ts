import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Case, Outcome } from '@ayni/distribution';
import type { RunState } from '../domain/run.js';

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

  @Column('text', { name: 'calculated_by' })
  calculatedBy!: string;

  @Column('timestamptz', { name: 'calculated_at' })
  calculatedAt!: string;

  @Column('text')
  state!: RunState;

  @Column('int')
  version!: number;
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
}
