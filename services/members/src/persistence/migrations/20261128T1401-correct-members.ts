import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sex and year of birth can be entered wrong too. */
export class CorrectMembers1795874460000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`GRANT UPDATE (sex, birth_year) ON members TO ${roleOf('members', 'runtime')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`REVOKE UPDATE (sex, birth_year) ON members FROM ${roleOf('members', 'runtime')}`);
  }
}
