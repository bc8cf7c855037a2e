import { Column, PrimaryColumn } from 'typeorm';

/** What every row that a client loads has: the co-op, a hash of what was sent, and who sent it when. */
export abstract class RecordedEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  /** The same row again changes nothing, another one under its code is refused. */
  @Column('text')
  digest!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}

/** The columns of {@link RecordedEntity} in a migration. */
export const RECORDED_COLUMNS = `
  coop_id uuid NOT NULL,
  digest text NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL`;
