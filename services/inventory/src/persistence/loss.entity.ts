import { Column, Entity } from 'typeorm';
import type { Instant, StockQuantity, StockUnit } from '@ayni/kernel';
import { FactEntity } from '@ayni/facts/fact.entity';

/** Produce that the store lost. */
@Entity('losses')
export class LossEntity extends FactEntity {
  @Column('timestamptz', { name: 'lost_at' })
  lostAt!: Instant;

  @Column('text')
  product!: string;

  @Column('text')
  quantity!: string;

  @Column('text')
  unit!: string;

  @Column('text', { name: 'stock_unit' })
  stockUnit!: StockUnit;

  @Column('bigint', { name: 'stock_quantity' })
  stockQuantity!: StockQuantity;

  @Column('text')
  reason!: string;
}
