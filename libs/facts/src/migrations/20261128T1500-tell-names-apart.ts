import { nameClass } from '@ayni/http/field-notes';
import { NAME_KEY_FUNCTION, toldApart, type NamedRows } from '@ayni/database/name-keys';
import type { MigrationInterface, QueryRunner } from 'typeorm';

type Migrations = readonly (new () => MigrationInterface)[];

/**
 * Tells the names of a service apart without case: a migration for each table, after all others, so that a table that
 * is made later gets its own.
 * @param more statements that lean on that
 */
export const tellNamesApart = (names: readonly NamedRows[], more: readonly string[] = []): Migrations => [
  KeyNames1795878000000,
  ...names.map(tellApart),
  ...(more.length === 0 ? [] : [leanOnKeys(more)]),
];

class KeyNames1795878000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(NAME_KEY_FUNCTION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION name_key(text)');
  }
}

/** The number at the end of a migration's name says when it runs: this is the last that there can be. */
const LAST = '9999999999999';

function tellApart(rows: NamedRows): new () => MigrationInterface {
  class TellApart implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of toldApart(rows)) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`ALTER TABLE ${rows.table} DROP COLUMN name_key, DROP COLUMN double_of`);
    }
  }
  nameClass(TellApart, `TellApart_${rows.table}_${LAST}`);
  return TellApart;
}

function leanOnKeys(statements: readonly string[]): new () => MigrationInterface {
  class LeanOnKeys implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements) await runner.query(statement);
    }

    down(): Promise<void> {
      return Promise.reject(new Error('what leans on the keys of names needs them'));
    }
  }
  nameClass(LeanOnKeys, `LeanOnNameKeys_${LAST}`);
  return LeanOnKeys;
}
