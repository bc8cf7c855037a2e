import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';
import { RecordedEntity } from '@ayni/facts/recorded.entity';
import type { Covered } from '../domain/resolution.js';

@Entity('resolutions')
export class ResolutionEntity extends RecordedEntity {
  @PrimaryColumn('text')
  number!: string;

  @Column('date', { name: 'adopted_on' })
  adoptedOn!: Day;

  @Column('text')
  subject!: string;

  @Column('int', { name: 'votes_for' })
  votesFor!: number;

  @Column('int', { name: 'votes_against' })
  votesAgainst!: number;

  @Column('int')
  abstentions!: number;

  @Column('json')
  covers!: readonly Covered[];
}
