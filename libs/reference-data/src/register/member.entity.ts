import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';

/** A member as a service keeps her from the register's events. */
@Entity('members')
export class MemberEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  number!: string;

  @Column('text')
  household!: string;

  @Column('text')
  name!: string;

  /** Her first day. */
  @Column('date', { name: 'joined_on' })
  joinedOn!: Day;

  /** Her last day, which still counts; null while she is a member. */
  @Column('date', { name: 'left_on', nullable: true })
  leftOn!: Day | null;

  /** From when to when she is a member; she may have left and come back. */
  @Column('datemultirange')
  periods!: string;

  /** Days of these that count in no season. */
  @Column('datemultirange')
  uncounted!: string;
}
