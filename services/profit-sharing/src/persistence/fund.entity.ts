import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedEntity } from '@ayni/facts/recorded.entity';

@Entity('funds')
export class FundEntity extends RecordedEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text', { name: 'name_es' })
  nameEs!: string;

  @Column('text', { name: 'name_en' })
  nameEn!: string;

  @Column('text', { name: 'legal_name' })
  legalName!: string;
}
