import { Column, Entity } from 'typeorm';
import type { Instant, StockQuantity, StockUnit } from '@ayni/kernel';
import { FactEntity } from '@ayni/facts/fact.entity';

@Entity('harvests')
export class HarvestEntity extends FactEntity {
  @Column('timestamptz', { name: 'harvested_at' })
  harvestedAt!: Instant;

  @Column('text')
  structure!: string;

  @Column('text')
  product!: string;

  @Column('text')
  quantity!: string;

  @Column('text')
  unit!: string;

  /** In the row's own unit. */
  @Column('text', { name: 'home_use' })
  homeUse!: string;

  @Column('text', { name: 'stock_unit' })
  stockUnit!: StockUnit;

  @Column('bigint', { name: 'stock_quantity' })
  stockQuantity!: StockQuantity;

  @Column('bigint', { name: 'stock_home_use' })
  stockHomeUse!: StockQuantity;
}
