import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Numbers entries of the register of certificates as they come, one after the other; those that are there keep the
 * number under which the register showed them.
 */
export class NumberCertificates1795978200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      'ALTER TABLE certificates ADD COLUMN entry int CHECK (entry > 0)',
      `UPDATE certificates c SET entry = n.entry FROM (
         SELECT coop_id, code, row_number() OVER (PARTITION BY coop_id ORDER BY recorded_at, code COLLATE "C") AS entry
         FROM certificates) n
       WHERE n.coop_id = c.coop_id AND n.code = c.code`,
      'ALTER TABLE certificates ALTER COLUMN entry SET NOT NULL, ADD UNIQUE (coop_id, entry)',
      `CREATE FUNCTION number_certificate() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
         BEGIN
           PERFORM pg_advisory_xact_lock(hashtextextended('certificates/' || NEW.coop_id::text, 0));
           SELECT COALESCE(max(entry), 0) + 1 INTO NEW.entry FROM public.certificates WHERE coop_id = NEW.coop_id;
           RETURN NEW;
         END $$`,
      'CREATE TRIGGER numbered BEFORE INSERT ON certificates FOR EACH ROW EXECUTE FUNCTION number_certificate()',
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the numbers of certificates would be forgotten'));
  }
}
