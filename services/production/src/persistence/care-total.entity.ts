import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';

/** What a member cared for on a day, as the others were told last. */
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

  @Column('int')
  seq!: number;
}
