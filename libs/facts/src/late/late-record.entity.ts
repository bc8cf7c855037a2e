import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A fact that came when its season was closed. It stands outside of the books, as it was sent, and is never changed. */
@Entity('late_records')
export class LateRecordEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  code!: string;

  /** The row that was refused, as JSON text. */
  @Column('text')
  sent!: string;

  /** Of what was sent; the same again changes nothing. */
  @Column('text')
  digest!: string;

  @Column('text')
  refusal!: string;

  /** The business day on which it truly was. */
  @Column('date')
  day!: string;

  /** The moment, where it says one. */
  @Column('timestamptz', { name: 'happened_at', nullable: true })
  happenedAt!: string | null;

  /** When it was put down on the phone, as that says. */
  @Column('timestamptz', { name: 'kept_at' })
  keptAt!: string;

  @Column('text', { name: 'kept_by' })
  keptBy!: string;

  /** The roles and the member of who kept it, as they were when she handed it in. */
  @Column('text')
  roles!: string;

  @Column('text', { nullable: true })
  member!: string | null;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: string;
}

/** What became of a late record, once. */
@Entity('late_settlements')
export class LateSettlementEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** The day that it has in the books; null where it was given up. */
  @Column('date', { name: 'posted_on', nullable: true })
  postedOn!: string | null;

  /** Why it was given up. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'settled_by' })
  settledBy!: string;

  @Column('timestamptz', { name: 'settled_at' })
  settledAt!: string;
}
