import { roleOf } from '@ayni/database/roles';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets a product have the co-op's own photo. */
export class PictureProducts1796011200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE products ADD COLUMN photo text COLLATE "C"');
    await runner.query(`GRANT UPDATE (photo) ON products TO ${roleOf('inventory', 'runtime')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE products DROP COLUMN photo');
  }
}
