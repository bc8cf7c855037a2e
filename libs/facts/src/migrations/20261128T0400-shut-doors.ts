import type { ServiceName } from '@ayni/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { seasonDoor, seasonDoorFunctions } from '../season-door-schema.js';

/** A table of dated facts, and those whose rows say something of a fact under its code. */
type Door = { readonly kind: string; readonly table: string; readonly abouts?: readonly string[] };

/** The season's door in the database of a service, for the facts that it had before there was one. */
export const shutDoors = (service: ServiceName, doors: readonly Door[]): new () => MigrationInterface =>
  class ShutDoors1795838400000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      const statements = [
        ...seasonDoorFunctions(),
        ...doors.flatMap(({ kind, table, abouts }) => seasonDoor(service, kind, table, abouts)),
      ];
      for (const statement of statements) await runner.query(statement);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('facts of shut seasons would be taken'));
    }
  };
