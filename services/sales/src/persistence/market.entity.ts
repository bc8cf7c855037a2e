import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A market; receipts name it by the name that it was registered under. */
@Entity('markets')
export class MarketEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  name!: string;

  /** What it is called now. */
  @Column('text')
  called!: string;
}
