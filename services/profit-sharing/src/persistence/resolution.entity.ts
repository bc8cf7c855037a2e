import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';

/** A resolution of the assembly as members entered it. */
@Entity('resolutions')
export class ResolutionEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  number!: string;

  @Column('date', { name: 'adopted_on' })
  adoptedOn!: Day;

  @Column('boolean')
  carried!: boolean;
}

/** One thing that a resolution covers, and when it was used for it. */
@Entity('resolution_covers')
export class ResolutionCoverEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  resolution!: string;

  @PrimaryColumn('text')
  kind!: string;

  /** Empty where the thing has none. */
  @PrimaryColumn('text')
  season!: string;

  /** Empty where the thing has none. */
  @PrimaryColumn('text')
  fingerprint!: string;

  /** The fund that may be used, where it is for that; else empty. */
  @PrimaryColumn('text')
  fund!: string;

  /** The type of certificates whose value it changes, where it is for that; else empty. */
  @PrimaryColumn('text', { name: 'certificate_type' })
  certificateType!: string;

  /** The product that may pay certificates, where it is for that; else empty. */
  @PrimaryColumn('text')
  product!: string;

  @Column('text')
  unit!: string;

  /** How much of the fund may be used, or what one certificate, one unit or an hour is worth. */
  @Column('bigint', { nullable: true })
  amount!: bigint | null;

  @Column('timestamptz', { name: 'used_at' })
  usedAt!: string | null;
}

/** The minutes of an assembly that was closed. */
@Entity('assembly_minutes')
export class AssemblyMinutesEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('date')
  day!: Day;

  @Column('json')
  minutes!: object;
}
