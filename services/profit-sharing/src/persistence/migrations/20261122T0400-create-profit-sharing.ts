import { tenantTable } from '@ayni/database/tenant-table';
import { FACT_COLUMNS } from '@ayni/facts/fact.entity';
import { registerTables } from '@ayni/reference-data/register/schema';
import { platformTables } from '@ayni/service-kit/schema';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVICE = 'profit-sharing';

const RUN_STATE_COLUMNS = [
  ...['state', 'version', 'proposed_by', 'proposed_at', 'approved_by', 'approved_at', 'approval', 'resolution'],
  ...['rejected_by', 'rejected_at', 'rejection'],
].join(', ');

export class CreateProfitSharing1795320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...platformTables(SERVICE),
      ...registerTables(SERVICE),
      ...keptTables,
      ...seasonTables,
      ...ledgerTables,
      ...moneyTables,
      ...runTables,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the first migration is undone by dropping the database'));
  }
}

/** What other services wrote, as it arrived. */
const keptTables = [
  `CREATE TABLE households (
     coop_id uuid NOT NULL,
     code text NOT NULL,
     name text NOT NULL,
     PRIMARY KEY (coop_id, code)
   )`,
  ...tenantTable(SERVICE, 'households'),
  `CREATE TABLE resolutions (
     coop_id uuid NOT NULL,
     number text NOT NULL,
     adopted_on date NOT NULL,
     carried boolean NOT NULL,
     PRIMARY KEY (coop_id, number)
   )`,
  ...tenantTable(SERVICE, 'resolutions'),
  `CREATE TABLE work_records (
     coop_id uuid NOT NULL,
     code text NOT NULL,
     day date NOT NULL,
     member text NOT NULL,
     minutes int NOT NULL CHECK (minutes > 0),
     PRIMARY KEY (coop_id, code)
   )`,
  'CREATE INDEX work_records_by_day ON work_records (coop_id, day)',
  ...tenantTable(SERVICE, 'work_records'),
  `CREATE TABLE deliveries (
     coop_id uuid NOT NULL,
     code text NOT NULL,
     day date NOT NULL,
     member text NOT NULL,
     product text NOT NULL,
     stock_unit text NOT NULL CHECK (stock_unit IN ('g', 'piece')),
     stock_quantity bigint NOT NULL CHECK (stock_quantity >= 0),
     amount bigint NOT NULL CHECK (amount >= 0),
     PRIMARY KEY (coop_id, code)
   )`,
  'CREATE INDEX deliveries_by_day ON deliveries (coop_id, day)',
  ...tenantTable(SERVICE, 'deliveries'),
];

const seasonTables = [
  `CREATE TABLE fiscal_seasons (
     coop_id uuid NOT NULL,
     code text NOT NULL,
     name text NOT NULL,
     from_day date NOT NULL,
     until_day date NOT NULL CHECK (until_day > from_day),
     rule_set json NOT NULL,
     digest text NOT NULL,
     opened_by text NOT NULL,
     opened_at timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('open', 'closing', 'closed')),
     version int NOT NULL,
     PRIMARY KEY (coop_id, code)
   )`,
  ...tenantTable(SERVICE, 'fiscal_seasons', ['UPDATE (state, version)']),
  // the door refuses it first, under the co-op's lock, and says which season is in the way
  `CREATE FUNCTION refuse_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF EXISTS (
       SELECT FROM opened o JOIN fiscal_seasons s ON s.coop_id = o.coop_id AND s.code <> o.code
         AND s.from_day < o.until_day AND o.from_day < s.until_day
     ) THEN
       RAISE EXCEPTION 'two seasons share a day' USING ERRCODE = 'exclusion_violation';
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER seasons_share_no_day AFTER INSERT ON fiscal_seasons REFERENCING NEW TABLE AS opened
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_overlap()`,
  `CREATE TABLE season_reports (
     coop_id uuid NOT NULL,
     season text NOT NULL,
     service text NOT NULL,
     seq int NOT NULL,
     books json NOT NULL,
     PRIMARY KEY (coop_id, season, service),
     FOREIGN KEY (coop_id, season) REFERENCES fiscal_seasons
   )`,
  ...tenantTable(SERVICE, 'season_reports', ['UPDATE (seq, books)']),
];

const ledgerTables = [
  // a document is posted once and taken back at most once: that is the key
  `CREATE TABLE ledger_entries (
     coop_id uuid NOT NULL,
     source text NOT NULL CHECK (source IN ('sale', 'delivery', 'expense', 'grant', 'advance', 'run')),
     code text NOT NULL,
     posting text NOT NULL CHECK (posting IN ('record', 'reversal')),
     day date NOT NULL,
     amount bigint NOT NULL CHECK (amount >= 0),
     items int NOT NULL CHECK (items > 0),
     posted_at timestamptz NOT NULL,
     PRIMARY KEY (coop_id, source, code, posting)
   )`,
  'CREATE INDEX ledger_entries_by_day ON ledger_entries (coop_id, day, source, code, posting)',
  ...tenantTable(SERVICE, 'ledger_entries'),
  `CREATE TABLE ledger_lines (
     coop_id uuid NOT NULL,
     source text NOT NULL,
     code text NOT NULL,
     posting text NOT NULL,
     line int NOT NULL CHECK (line > 0),
     account text NOT NULL,
     party text NOT NULL,
     debit bigint NOT NULL CHECK (debit >= 0),
     credit bigint NOT NULL CHECK (credit >= 0),
     CHECK ((debit > 0) <> (credit > 0)),
     PRIMARY KEY (coop_id, source, code, posting, line)
   )`,
  ...tenantTable(SERVICE, 'ledger_lines'),
  // Does the foreign key's work as well, once for all lines. The plan is made while the journal is short; without
  // the setting it would go on reading all of it when it is long.
  `CREATE FUNCTION refuse_imbalance() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
   DECLARE wrong text;
   BEGIN
     SELECT p.source || ' ' || p.code INTO wrong
     FROM (SELECT coop_id, source, code, posting, sum(debit) AS debits, sum(credit) AS credits
           FROM posted GROUP BY coop_id, source, code, posting) p
     WHERE p.debits <> p.credits OR p.debits IS DISTINCT FROM (
       SELECT e.amount FROM ledger_entries e
       WHERE e.coop_id = p.coop_id AND e.source = p.source AND e.code = p.code AND e.posting = p.posting) LIMIT 1;
     IF FOUND THEN
       RAISE EXCEPTION 'the entry of % is out of balance', wrong USING ERRCODE = 'check_violation';
     END IF;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER entries_balance AFTER INSERT ON ledger_lines REFERENCING NEW TABLE AS posted
     FOR EACH STATEMENT EXECUTE FUNCTION refuse_imbalance()`,
];

const moneyTables = [
  `CREATE TABLE grants (
     ${FACT_COLUMNS},
     funder text NOT NULL,
     purpose text NOT NULL,
     amount bigint NOT NULL CHECK (amount >= 0),
     restricted boolean NOT NULL
   )`,
  'CREATE INDEX grants_by_day ON grants (coop_id, day, code)',
  ...tenantTable(SERVICE, 'grants'),
  `CREATE TABLE expenses (
     ${FACT_COLUMNS},
     category text NOT NULL,
     amount bigint NOT NULL CHECK (amount >= 0),
     currency text NOT NULL,
     funded_by text NOT NULL
   )`,
  'CREATE INDEX expenses_by_day ON expenses (coop_id, day, code)',
  ...tenantTable(SERVICE, 'expenses'),
  `CREATE TABLE advances (
     ${FACT_COLUMNS},
     member text NOT NULL,
     amount bigint NOT NULL CHECK (amount >= 0),
     note text NOT NULL,
     FOREIGN KEY (coop_id, member) REFERENCES members
   )`,
  'CREATE INDEX advances_by_day ON advances (coop_id, day, code)',
  ...tenantTable(SERVICE, 'advances'),
];

const runTables = [
  `CREATE TABLE runs (
     coop_id uuid NOT NULL,
     id uuid NOT NULL,
     season text NOT NULL,
     currency text NOT NULL,
     "case" json NOT NULL,
     outcome json NOT NULL,
     fingerprint text NOT NULL,
     approved_before int NOT NULL,
     calculated_by text NOT NULL,
     calculated_at timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('calculated', 'proposed', 'approved', 'rejected')),
     version int NOT NULL,
     proposed_by text,
     proposed_at timestamptz,
     approved_by text,
     approved_at timestamptz,
     approval int,
     resolution text,
     rejected_by text,
     rejected_at timestamptz,
     rejection text,
     PRIMARY KEY (coop_id, id),
     FOREIGN KEY (coop_id, season) REFERENCES fiscal_seasons,
     FOREIGN KEY (coop_id, resolution) REFERENCES resolutions,
     CHECK ((state = 'approved') = (approval IS NOT NULL)),
     CHECK (state <> 'approved' OR (approved_by <> calculated_by AND approved_by <> proposed_by AND resolution IS NOT NULL))
   )`,
  `CREATE UNIQUE INDEX one_approved_run ON runs (coop_id, season) WHERE state = 'approved'`,
  'CREATE UNIQUE INDEX runs_by_approval ON runs (coop_id, approval)',
  ...tenantTable(SERVICE, 'runs', [`UPDATE (${RUN_STATE_COLUMNS})`]),
  `CREATE FUNCTION keep_run() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP = 'DELETE' OR OLD.state IN ('approved', 'rejected')
       OR (OLD.id, OLD.season, OLD.currency, OLD."case"::text, OLD.outcome::text, OLD.fingerprint,
           OLD.approved_before, OLD.calculated_by, OLD.calculated_at)
         IS DISTINCT FROM
          (NEW.id, NEW.season, NEW.currency, NEW."case"::text, NEW.outcome::text, NEW.fingerprint,
           NEW.approved_before, NEW.calculated_by, NEW.calculated_at)
     THEN
       RAISE EXCEPTION 'what run % froze never changes', OLD.id USING ERRCODE = 'check_violation';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER runs_stay BEFORE UPDATE OR DELETE ON runs FOR EACH ROW EXECUTE FUNCTION keep_run()`,
  `CREATE TABLE run_ties (
     coop_id uuid NOT NULL,
     run uuid NOT NULL,
     member text NOT NULL,
     ties_won int NOT NULL,
     PRIMARY KEY (coop_id, run, member),
     FOREIGN KEY (coop_id, run) REFERENCES runs
   )`,
  ...tenantTable(SERVICE, 'run_ties'),
  `CREATE TABLE run_debts (
     coop_id uuid NOT NULL,
     run uuid NOT NULL,
     member text NOT NULL,
     place int NOT NULL,
     kind text NOT NULL,
     code text NOT NULL,
     amount_left bigint NOT NULL CHECK (amount_left >= 0),
     PRIMARY KEY (coop_id, run, member, place),
     FOREIGN KEY (coop_id, run) REFERENCES runs
   )`,
  ...tenantTable(SERVICE, 'run_debts'),
];
