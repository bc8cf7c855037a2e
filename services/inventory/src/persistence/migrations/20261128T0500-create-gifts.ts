import { factTable } from '@ayni/facts/fact-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateGifts1795842000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const columns = [
      'given_at timestamptz NOT NULL',
      'product text NOT NULL',
      'quantity text NOT NULL',
      'unit text NOT NULL',
      'stock_unit text NOT NULL',
      'stock_quantity bigint NOT NULL CHECK (stock_quantity > 0)',
      'recipient text NOT NULL',
      'FOREIGN KEY (coop_id, product) REFERENCES products',
    ];
    for (const statement of factTable('inventory', 'gift', 'gifts', columns)) await runner.query(statement);
    for (const [table, column] of [
      ['movements', 'kind'],
      ['takings', 'use'],
      ['shortages', 'use'],
    ])
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_check,
        ADD CONSTRAINT ${table}_${column}_check CHECK (${column} IN ('harvest', 'delivery', 'sale', 'loss', 'gift'))`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what was given away would be forgotten'));
  }
}
