import { brokerTables } from '@ayni/messaging/spine-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CarryOverBroker1795330800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of brokerTables('production')) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what was parked or sent would be forgotten'));
  }
}
