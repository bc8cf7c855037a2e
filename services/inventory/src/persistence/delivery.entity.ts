import { Column, Entity } from 'typeorm';
import type { Centavos, Currency, Instant, StockQuantity, StockUnit } from '@ayni/kernel';
import { FactEntity } from '@ayni/facts/fact.entity';

/** A member's own produce, taken in at a first price. */
@Entity('deliveries')
export class DeliveryEntity extends FactEntity {
  @Column('timestamptz', { name: 'delivered_at' })
  deliveredAt!: Instant;

  @Column('text')
  member!: string;

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

  @Column('bigint', { name: 'unit_price' })
  unitPrice!: Centavos;

  @Column('bigint')
  amount!: Centavos;

  @Column('text')
  currency!: Currency;
}
