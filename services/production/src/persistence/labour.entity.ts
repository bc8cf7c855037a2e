import { Column } from 'typeorm';
import { FactEntity } from '@ayni/facts/fact.entity';

/** What work and care records have in common. */
export abstract class LabourEntity extends FactEntity {
  @Column('text')
  member!: string;

  @Column('text')
  activity!: string;

  @Column('int')
  minutes!: number;
}
