import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';
import { RecordedEntity } from '@ayni/facts/recorded.entity';
import type { Leaving, Sex } from '../domain/member.js';

/** A member; the control totals of the register are read from this table. */
@Entity('members')
export class MemberEntity extends RecordedEntity {
  @PrimaryColumn('text')
  number!: string;

  @Column('text', { name: 'given_names' })
  givenNames!: string;

  @Column('text')
  surnames!: string;

  @Column('text')
  sex!: Sex;

  @Column('int', { name: 'birth_year' })
  birthYear!: number;

  @Column('text')
  household!: string;

  @Column('text', { nullable: true })
  heir!: string | null;

  @Column('date', { name: 'joined_on' })
  joinedOn!: Day;

  @Column('date', { name: 'left_on', nullable: true })
  leftOn!: Day | null;

  @Column('text', { name: 'left_reason', nullable: true })
  leftReason!: string | null;

  @Column('text', { name: 'left_cause', nullable: true })
  leftCause!: Leaving | null;

  @Column('int')
  version!: number;

  /** From when to when she is a member; she may have left and come back. */
  @Column('datemultirange')
  periods!: string;

  /** Days of these that count in no season. */
  @Column('datemultirange')
  uncounted!: string;

  /** The resolution by which she was admitted, where the co-op asks for one. */
  @Column('text', { name: 'admitted_by', nullable: true })
  admittedBy!: string | null;
}
