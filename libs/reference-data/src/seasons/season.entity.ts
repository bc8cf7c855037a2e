import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';

/**
 * Whether the doors take facts of a season's days: while it is open. It is `changing` while all services are asked
 * whether days may fall out of it, and open again afterwards.
 */
export const SEASON_STATES = ['open', 'changing', 'closing', 'closed'] as const;
export type SeasonState = (typeof SEASON_STATES)[number];

/** A season as every service knows it, with what it last reported of its books. */
@Entity('seasons')
export class SeasonEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('date', { name: 'from_day' })
  from!: Day;

  /** The first day that is no longer of the season. */
  @Column('date', { name: 'until_day' })
  until!: Day;

  @Column('text')
  state!: SeasonState;
}
