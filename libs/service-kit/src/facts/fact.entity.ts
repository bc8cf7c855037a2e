import { Column, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';

/** What every dated fact has: its code, its business day, and who entered what when. It is never changed. */
export abstract class FactEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('date')
  day!: Day;

  /** A hash of the row as it was sent: the same row again changes nothing, another one is refused. */
  @Column('text')
  digest!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: string;
}

/** The columns of {@link FactEntity} in a migration. */
export const FACT_COLUMNS = `
  coop_id uuid NOT NULL,
  code text NOT NULL,
  day date NOT NULL,
  digest text NOT NULL,
  recorded_by text NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (coop_id, code)`;
