import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, StockUnit } from '@ayni/kernel';

/** A product as a service keeps it from inventory's events. */
@Entity('products')
export class ProductEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'stock_unit' })
  stockUnit!: StockUnit;
}

/** A unit of a product with its factor from a day on. */
@Entity('units')
export class UnitEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  product!: string;

  @PrimaryColumn('text')
  unit!: string;

  @PrimaryColumn('date', { name: 'valid_from' })
  validFrom!: Day;

  /** "11500" or "25/2". */
  @Column('text')
  factor!: string;
}
