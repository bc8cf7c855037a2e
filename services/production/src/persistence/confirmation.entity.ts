import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody else than the one who worked confirmed a record, once. */
@Entity('work_confirmations')
export class ConfirmationEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text', { name: 'confirmed_by' })
  confirmedBy!: string;

  /** Whether who confirmed it had entered it too, since nobody else could confirm. */
  @Column('boolean', { name: 'one_person' })
  onePerson!: boolean;

  @Column('timestamptz', { name: 'confirmed_at' })
  confirmedAt!: string;
}
