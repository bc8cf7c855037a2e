import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LabourEntity } from './labour.entity.js';

@Entity('work')
export class WorkEntity extends LabourEntity {
  @Column('text', { nullable: true })
  structure!: string | null;
}

/** That somebody else than the one who worked confirmed a record, once. */
@Entity('work_confirmations')
export class WorkConfirmationEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text', { name: 'confirmed_by' })
  confirmedBy!: string;

  @Column('timestamptz', { name: 'confirmed_at' })
  confirmedAt!: string;
}
