import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Centavos, Day, StockQuantity, StockUnit } from '@ayni/kernel';

/** A household as members registered it. */
@Entity('households')
export class HouseholdEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;
}

/** Work that production had confirmed. */
@Entity('work_records')
export class WorkRecordEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('date')
  day!: Day;

  @Column('text')
  member!: string;

  @Column('int')
  minutes!: number;
}

/** A member's own produce that inventory took in. */
@Entity('deliveries')
export class DeliveryEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('date')
  day!: Day;

  @Column('text')
  member!: string;

  @Column('text')
  product!: string;

  @Column('text', { name: 'stock_unit' })
  stockUnit!: StockUnit;

  @Column('bigint', { name: 'stock_quantity' })
  stockQuantity!: StockQuantity;

  @Column('bigint')
  amount!: Centavos;
}

/** What a member cared for on a day, as production told last. */
@Entity('care_totals')
export class CareTotalEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  member!: string;

  @PrimaryColumn('date')
  day!: Day;

  @Column('int')
  minutes!: number;
}
