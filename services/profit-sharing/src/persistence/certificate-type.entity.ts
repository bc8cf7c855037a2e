import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedEntity } from '@ayni/facts/recorded.entity';
import type { Holders } from '../domain/debts/certificate-holders.js';

@Entity('certificate_types')
export class CertificateTypeEntity extends RecordedEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  /** As decimal text with the places of the co-op's currency. */
  @Column('text')
  value!: string;

  @Column('int')
  minimum!: number;

  @Column('text')
  holders!: Holders;
}
