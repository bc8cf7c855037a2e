import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';
import type { Use } from '../domain/allocation.js';
import type { Origin } from '../domain/lot.js';

/** What a fact added to the stock of a product, or took from it, on its own day; a reversal is a movement back. */
@Entity('movements')
export class MovementEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  kind!: Origin | Use;

  /** Of the harvest, delivery, receipt or loss. */
  @PrimaryColumn('text')
  code!: string;

  @PrimaryColumn('int')
  line!: number;

  @PrimaryColumn('boolean')
  reversal!: boolean;

  @Column('text')
  product!: string;

  @Column('date')
  day!: Day;

  /** What it was measured with; not known of harvests and receipts of before this was kept. */
  @Column('text', { nullable: true })
  unit!: string | null;

  /** In stock units, below zero where it left the store. */
  @Column('bigint')
  quantity!: bigint;
}
