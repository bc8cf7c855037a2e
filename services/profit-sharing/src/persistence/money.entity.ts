import { Column, Entity } from 'typeorm';
import type { Centavos, Currency } from '@ayni/kernel';
import { FactEntity } from '@ayni/facts/fact.entity';

@Entity('grants')
export class GrantEntity extends FactEntity {
  @Column('text')
  funder!: string;

  @Column('text')
  purpose!: string;

  @Column('bigint')
  amount!: Centavos;

  @Column('boolean')
  restricted!: boolean;
}

@Entity('expenses')
export class ExpenseEntity extends FactEntity {
  @Column('text')
  category!: string;

  @Column('bigint')
  amount!: Centavos;

  @Column('text')
  currency!: Currency;

  @Column('text', { name: 'funded_by' })
  fundedBy!: string;
}

@Entity('advances')
export class AdvanceEntity extends FactEntity {
  @Column('text')
  member!: string;

  @Column('bigint')
  amount!: Centavos;

  @Column('text')
  note!: string;
}
