import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { CommandId, EventId } from '@ayni/kernel';

/** An event as a service writes it; the relay gives it its position. */
@Entity('outbox')
export class OutboxEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id?: bigint;

  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @Column('uuid', { name: 'event_id' })
  eventId!: EventId;

  /** `<noun>/<code>`; one aggregate's events stay in the order of `seq`. */
  @Column('text')
  aggregate!: string;

  @Column('int')
  seq!: number;

  @Column('text')
  type!: string;

  @Column('uuid', { name: 'command_id' })
  commandId!: CommandId;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: string;

  /** JSON text. */
  @Column('json')
  data!: string;

  /** The W3C trace that the event belongs to, where tracing is on. */
  @Column('text', { nullable: true })
  traceparent!: string | null;
}
