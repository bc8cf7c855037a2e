import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';
import type { PaymentWay, PayoutRule, PayoutState } from '../domain/payouts/payout.js';

/** A round of paying; only its state moves on. */
@Entity('payouts')
export class PayoutEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('uuid')
  run!: string;

  @Column('text')
  rule!: PayoutRule;

  @Column('text', { nullable: true })
  resolution!: string | null;

  @Column('bigint')
  cash!: bigint;

  @Column('bigint')
  bank!: bigint;

  @Column('text', { name: 'planned_by' })
  plannedBy!: string;

  @Column('timestamptz', { name: 'planned_at' })
  plannedAt!: string;

  @Column('date', { name: 'confirmed_on', nullable: true })
  confirmedOn!: Day | null;

  @Column('text')
  state!: PayoutState;

  @Column('int')
  version!: number;
}

/** What a payout has for one household. */
@Entity('payout_lines')
export class PayoutLineEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  payout!: string;

  @PrimaryColumn('text')
  household!: string;

  /** From 1, in the order in which they are paid. */
  @Column('int')
  place!: number;

  @Column('text')
  way!: PaymentWay;

  @Column('text')
  payee!: string;

  @Column('text')
  account!: string;

  @Column('bigint')
  amount!: bigint;

  /** In whose name it becomes how many certificates of how much each, where it stays in the co-op. */
  @Column('text', { nullable: true })
  member!: string | null;

  @Column('int', { nullable: true })
  count!: number | null;

  @Column('bigint', { name: 'value_each', nullable: true })
  valueEach!: bigint | null;
}
