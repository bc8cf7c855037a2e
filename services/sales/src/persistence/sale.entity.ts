import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Centavos, Currency, Instant, StockQuantity, StockUnit } from '@ayni/kernel';
import { FactEntity } from '@ayni/facts/fact.entity';
import type { Payment } from '../domain/sale.js';

/** A receipt; its code is the receipt's number. */
@Entity('sales')
export class SaleEntity extends FactEntity {
  @Column('timestamptz', { name: 'sold_at' })
  soldAt!: Instant;

  @Column('text')
  market!: string;

  @Column('text')
  payment!: Payment;

  @Column('text')
  currency!: Currency;

  @Column('bigint')
  total!: Centavos;

  @Column('int')
  lines!: number;
}

@Entity('sale_lines')
export class SaleLineEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  receipt!: string;

  @PrimaryColumn('int')
  line!: number;

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
}
