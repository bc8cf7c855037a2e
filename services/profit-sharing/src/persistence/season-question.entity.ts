import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QuestionState } from '../domain/seasons/season-question.js';

/** What all services were asked about a season, and what came of it. */
@Entity('season_questions')
export class SeasonQuestionEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  season!: string;

  @PrimaryColumn('int')
  asked!: number;

  @Column('json')
  wanted!: object;

  @Column('text', { nullable: true })
  withdrawal!: string | null;

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: string;

  @Column('text')
  state!: QuestionState;
}

/** On which of the days in question facts of a service lie. */
@Entity('season_counts')
export class SeasonCountEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  season!: string;

  @PrimaryColumn('int')
  asked!: number;

  @PrimaryColumn('text')
  service!: string;

  @Column('json')
  days!: object;
}
