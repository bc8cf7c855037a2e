import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a fact was taken back, once, and why. The fact itself stays as it was written. */
@Entity('reversals')
export class ReversalEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  /** The kind of fact, such as `harvest`. */
  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  reason!: string;

  @Column('text', { name: 'reversed_by' })
  reversedBy!: string;

  @Column('timestamptz', { name: 'reversed_at' })
  reversedAt!: string;
}
