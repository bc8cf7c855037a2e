import { Column, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';
import { RecordedEntity } from './recorded.entity.js';

/** What every dated fact has: its code, its business day, and who entered what when. It is never changed. */
export abstract class FactEntity extends RecordedEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('date')
  day!: Day;
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
