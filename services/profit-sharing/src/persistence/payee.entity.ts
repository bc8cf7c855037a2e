import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedEntity } from '@ayni/facts/recorded.entity';
import type { Pays } from '../domain/payouts/payee.js';

@Entity('payees')
export class PayeeEntity extends RecordedEntity {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  pays!: Pays;

  @Column('text')
  payee!: string;

  @Column('text')
  account!: string;
}
