import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Instant, StockQuantity } from '@ayni/kernel';

/** A harvest as inventory keeps it from production's events. */
@Entity('harvests')
export class HarvestEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('date')
  day!: Day;

  @Column('timestamptz', { name: 'harvested_at' })
  harvestedAt!: Instant;

  @Column('text')
  structure!: string;

  @Column('text')
  product!: string;

  /** The whole harvest, home use included. */
  @Column('bigint')
  quantity!: StockQuantity;

  @Column('bigint', { name: 'home_use' })
  homeUse!: StockQuantity;
}
