import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StockUnit } from '@ayni/kernel';

/** A product; its version counts its own events and those of its units. */
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

  @Column('int', { name: 'shelf_life_days', nullable: true })
  shelfLifeDays!: number | null;

  /** The hash of the co-op's own photo of it. */
  @Column('text', { nullable: true })
  photo!: string | null;

  @Column('text')
  digest!: string;

  @Column('int')
  version!: number;
}
