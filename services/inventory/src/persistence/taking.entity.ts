import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';
import type { Use } from '../domain/allocation.js';

/** That a line of a receipt, or a loss, took from a lot; below zero where it was put back. The database numbers them. */
@Entity('takings')
export class TakingEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  lot!: string;

  @Column('text')
  use!: Use;

  @Column('text')
  code!: string;

  @Column('int')
  line!: number;

  /** The first day on which both the lot and its taker were there. */
  @Column('date')
  day!: Day;

  @Column('bigint')
  quantity!: bigint;
}
