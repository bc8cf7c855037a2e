import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Centavos, Day } from '@ayni/kernel';

/** A receipt that was taken from the store; its code is the receipt's number. */
@Entity('issues')
export class IssueEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('date')
  day!: Day;

  @Column('int')
  lines!: number;

  @Column('bigint')
  centavos!: Centavos;

  /** How many events told of it. */
  @Column('int')
  events!: number;
}
