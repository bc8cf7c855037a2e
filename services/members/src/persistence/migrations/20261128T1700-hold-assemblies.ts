import { tenantTable } from '@ayni/database/tenant-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const WRITTEN = `recorded_by text NOT NULL, recorded_at timestamptz NOT NULL`;
const ITEM = `FOREIGN KEY (coop_id, assembly, item) REFERENCES assembly_items`;

/** Assemblies with their agenda, who was there, votes and counts, and the rules by which they are held. */
export class HoldAssemblies1795886400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `CREATE TABLE assembly_rules (
         coop_id uuid NOT NULL,
         version int NOT NULL CHECK (version > 0),
         rules jsonb NOT NULL,
         resolution text,
         ${WRITTEN},
         PRIMARY KEY (coop_id, version),
         FOREIGN KEY (coop_id, resolution) REFERENCES resolutions
       )`,
      ...tenantTable('members', 'assembly_rules'),

      `CREATE TABLE assemblies (
         coop_id uuid NOT NULL,
         code text NOT NULL,
         starts_at timestamptz NOT NULL,
         day date NOT NULL,
         place text NOT NULL,
         called_on date NOT NULL CHECK (called_on <= day),
         late boolean NOT NULL,
         rules jsonb NOT NULL,
         state text NOT NULL CHECK (state IN ('called', 'open', 'closed', 'cancelled')),
         quorum_call text CHECK (quorum_call IN ('first', 'second')),
         needed int,
         members int,
         present int CHECK (present BETWEEN needed AND members),
         opened_at timestamptz CHECK (opened_at >= starts_at),
         opened_by text,
         closed_at timestamptz CHECK (closed_at >= opened_at),
         closed_by text,
         cancelled_reason text,
         cancelled_by text,
         ${WRITTEN},
         PRIMARY KEY (coop_id, code),
         CHECK ((state IN ('open', 'closed')) = (opened_at IS NOT NULL AND quorum_call IS NOT NULL AND present IS NOT NULL)),
         CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
         CHECK ((state = 'cancelled') = (cancelled_reason IS NOT NULL))
       )`,
      'CREATE INDEX assemblies_by_day ON assemblies (coop_id, day, code)',
      ...tenantTable('members', 'assemblies', [
        `UPDATE (state, quorum_call, needed, members, present, opened_at, opened_by, closed_at, closed_by,
           cancelled_reason, cancelled_by)`,
      ]),

      `CREATE TABLE assembly_items (
         coop_id uuid NOT NULL,
         assembly text NOT NULL,
         number int NOT NULL CHECK (number > 0),
         kind text NOT NULL CHECK (kind IN ('report', 'ordinary', 'admission', 'statute')),
         subject text NOT NULL,
         covers json NOT NULL,
         state text NOT NULL CHECK (state IN ('waiting', 'voting', 'carried', 'rejected', 'heard', 'left')),
         ballot text CHECK (ballot IN ('open', 'secret')),
         votes_for int CHECK (votes_for >= 0),
         votes_against int CHECK (votes_against >= 0),
         abstentions int CHECK (abstentions >= 0),
         resolution text,
         settled_by text,
         settled_at timestamptz,
         PRIMARY KEY (coop_id, assembly, number),
         FOREIGN KEY (coop_id, assembly) REFERENCES assemblies,
         FOREIGN KEY (coop_id, resolution) REFERENCES resolutions,
         CHECK ((state IN ('carried', 'rejected')) = (votes_for IS NOT NULL)),
         CHECK ((state = 'carried') = (resolution IS NOT NULL))
       )`,
      'CREATE UNIQUE INDEX assembly_items_by_resolution ON assembly_items (coop_id, resolution)',
      ...tenantTable('members', 'assembly_items', [
        `UPDATE (state, ballot, covers, votes_for, votes_against, abstentions, resolution, settled_by, settled_at)`,
      ]),

      `CREATE TABLE attendance (
         coop_id uuid NOT NULL,
         assembly text NOT NULL,
         member text NOT NULL,
         present boolean NOT NULL,
         ${WRITTEN},
         PRIMARY KEY (coop_id, assembly, member),
         FOREIGN KEY (coop_id, assembly) REFERENCES assemblies,
         FOREIGN KEY (coop_id, member) REFERENCES members
       )`,
      ...tenantTable('members', 'attendance', ['UPDATE (present, recorded_by, recorded_at)']),

      `CREATE TABLE votes (
         coop_id uuid NOT NULL,
         assembly text NOT NULL,
         item int NOT NULL,
         member text NOT NULL,
         nth int NOT NULL CHECK (nth > 0),
         choice text NOT NULL CHECK (choice IN ('for', 'against', 'abstain')),
         own boolean NOT NULL,
         ${WRITTEN},
         withdrawn_at timestamptz,
         withdrawn_by text,
         withdrawn_reason text,
         PRIMARY KEY (coop_id, assembly, item, member, nth),
         ${ITEM},
         FOREIGN KEY (coop_id, assembly, member) REFERENCES attendance,
         CHECK (withdrawn_at IS NULL OR (NOT own AND withdrawn_by IS NOT NULL AND withdrawn_reason IS NOT NULL))
       )`,
      'CREATE UNIQUE INDEX votes_once ON votes (coop_id, assembly, item, member) WHERE withdrawn_at IS NULL',
      ...tenantTable('members', 'votes', ['UPDATE (withdrawn_at, withdrawn_by, withdrawn_reason)']),

      `CREATE TABLE ballot_counts (
         coop_id uuid NOT NULL,
         assembly text NOT NULL,
         item int NOT NULL,
         nth int NOT NULL CHECK (nth > 0),
         votes_for int NOT NULL CHECK (votes_for >= 0),
         votes_against int NOT NULL CHECK (votes_against >= 0),
         abstentions int NOT NULL CHECK (abstentions >= 0),
         teller_member text,
         ${WRITTEN},
         PRIMARY KEY (coop_id, assembly, item, nth),
         ${ITEM}
       )`,
      ...tenantTable('members', 'ballot_counts'),

      'ALTER TABLE members ADD COLUMN admitted_by text, ADD FOREIGN KEY (coop_id, admitted_by) REFERENCES resolutions',

      // the second line behind the doors: what is closed stays as it is, whoever forgot to ask
      `CREATE FUNCTION refuse_ended_assembly() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         IF EXISTS (SELECT FROM assemblies a WHERE a.coop_id = NEW.coop_id AND a.code = NEW.assembly
                    AND a.state IN ('closed', 'cancelled')) THEN
           RAISE EXCEPTION 'assembly % has ended', NEW.assembly;
         END IF;
         RETURN NEW;
       END $$`,
      ...['assembly_items', 'attendance', 'votes', 'ballot_counts'].map(
        (table) =>
          `CREATE TRIGGER ended_stays BEFORE INSERT OR UPDATE ON ${table}
             FOR EACH ROW EXECUTE FUNCTION refuse_ended_assembly()`,
      ),
      `CREATE FUNCTION refuse_change_of_ended() RETURNS trigger LANGUAGE plpgsql AS $$
       BEGIN
         RAISE EXCEPTION 'assembly % has ended', OLD.code;
       END $$`,
      `CREATE TRIGGER ended_stays BEFORE UPDATE ON assemblies
         FOR EACH ROW WHEN (OLD.state IN ('closed', 'cancelled')) EXECUTE FUNCTION refuse_change_of_ended()`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE members DROP COLUMN admitted_by');
    const tables = ['ballot_counts', 'votes', 'attendance', 'assembly_items', 'assemblies', 'assembly_rules'];
    for (const table of tables) await runner.query(`DROP TABLE ${table}`);
    for (const name of ['refuse_ended_assembly', 'refuse_change_of_ended'])
      await runner.query(`DROP FUNCTION ${name}()`);
  }
}
