import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What certificates are given up for may be paid to another, such as the heir of who died. */
export class NameHeirs1795965900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE certificate_withdrawals ADD COLUMN received_by text');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('who received the money would be forgotten'));
  }
}
