import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedEntity } from '@ayni/facts/recorded.entity';
import type { StructureKind } from '../domain/structure.js';

@Entity('structures')
export class StructureEntity extends RecordedEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: StructureKind;

  @Column('text', { name: 'area_m2' })
  areaM2!: string;
}
