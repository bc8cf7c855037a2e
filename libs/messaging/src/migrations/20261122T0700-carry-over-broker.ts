import type { ServiceName } from '@ayni/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { brokerTables } from '../spine-tables.js';

/** What the spine of a service needs where a broker carries its events. */
export const carryOverBroker = (service: ServiceName): new () => MigrationInterface =>
  class CarryOverBroker1795330800000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of brokerTables(service)) await runner.query(statement);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('what was parked or sent would be forgotten'));
    }
  };
