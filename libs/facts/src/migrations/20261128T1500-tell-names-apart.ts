import { NAME_KEY_FUNCTION, toldApart, type NamedRows } from '@ayni/database/name-keys';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tells the names of a service apart without case.
 * @param more statements that lean on that
 */
export const tellNamesApart = (
  names: readonly NamedRows[],
  more: readonly string[] = [],
): new () => MigrationInterface =>
  class TellNamesApart1795878000000 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of [NAME_KEY_FUNCTION, ...names.flatMap(toldApart), ...more]) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { table } of names)
        await runner.query(`ALTER TABLE ${table} DROP COLUMN name_key, DROP COLUMN double_of`);
      await runner.query('DROP FUNCTION name_key(text)');
    }
  };
