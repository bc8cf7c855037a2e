import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '@ayni/kernel';
import type { Account } from '../domain/ledger/accounts.js';
import type { Source } from '../domain/ledger/entry.js';

export type Posting = 'record' | 'reversal';

/** The posting of a document, or the one that takes it back. */
@Entity('ledger_entries')
export class LedgerEntryEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  source!: Source;

  @PrimaryColumn('text')
  code!: string;

  @PrimaryColumn('text')
  posting!: Posting;

  @Column('date')
  day!: Day;

  @Column('bigint')
  amount!: bigint;

  @Column('int')
  items!: number;

  @Column('timestamptz', { name: 'posted_at' })
  postedAt!: string;
}

@Entity('ledger_lines')
export class LedgerLineEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  source!: Source;

  @PrimaryColumn('text')
  code!: string;

  @PrimaryColumn('text')
  posting!: Posting;

  @PrimaryColumn('int')
  line!: number;

  @Column('text')
  account!: Account;

  @Column('text')
  party!: string;

  @Column('bigint')
  debit!: bigint;

  @Column('bigint')
  credit!: bigint;
}
