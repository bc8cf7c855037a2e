import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Currency, Zone } from '@ayni/kernel';

/** A co-op as every service knows it; members owns it, the others keep it from its event. */
@Entity('coops')
export class CoopEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  currency!: Currency;

  @Column('text')
  timezone!: Zone;

  /** How many the amounts of its books have. */
  @Column('int')
  places!: number;
}
