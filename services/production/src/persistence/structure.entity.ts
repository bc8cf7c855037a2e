import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StructureKind } from '../domain/structure.js';

@Entity('structures')
export class StructureEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: StructureKind;

  @Column('text', { name: 'area_m2' })
  areaM2!: string;

  /** A hash of the row as it was sent: the same row again changes nothing, another one is refused. */
  @Column('text')
  digest!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}
