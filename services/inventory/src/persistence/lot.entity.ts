import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day, Instant, StockQuantity } from '@ayni/kernel';
import type { Origin } from '../domain/lot.js';

/** What came into the store at once; only what remains of it changes. */
@Entity('lots')
export class LotEntity {
  @PrimaryColumn('uuid', { name: 'coop_id' })
  coopId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  product!: string;

  @Column('text')
  origin!: Origin;

  @Column('text', { name: 'origin_code' })
  originCode!: string;

  @Column('date')
  day!: Day;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt!: Instant;

  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn!: Day | null;

  @Column('bigint')
  quantity!: StockQuantity;

  @Column('bigint')
  remaining!: StockQuantity;
}
