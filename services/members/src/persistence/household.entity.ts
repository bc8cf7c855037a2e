import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedEntity } from '@ayni/facts/recorded.entity';

@Entity('households')
export class HouseholdEntity extends RecordedEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  community!: string;
}
