import { setImmediate as turn } from 'node:timers/promises';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { FreshRun } from '../domain/runs/run.js';
import { commonCase, frozenIn } from '../domain/runs/run-shares.js';
import type { CalledFunds } from '../domain/rules/called-funds.js';
import { RunSummaryEntity } from './run.entity.js';

/** Of such a length is the text of the rows that are sent together: not all need be there at once. */
const TOGETHER = 500_000;
/** After so much that was sealed others are answered, and what waits is sent. */
const TURN = 100_000;
/** One is stored while the next waits already. */
const AT_ONCE = 2;

// a document has no line break where one is not written as \n: documents come as lines, which are the least to read
const lines = (place: string): string => `string_to_array(${place}, E'\\n')`;

const addMembers = statement(
  'add members of a run',
  `INSERT INTO run_members (coop_id, run, member, household, name, figures, weights)
   SELECT (SELECT current_setting('app.coop')::uuid), $1, s.member, s.household, s.name, s.figures::json, s.weights::json
   FROM unnest($2::text[], $3::text[], $4::text[], ${lines('$5')}, ${lines('$6')})
     AS s (member, household, name, figures, weights)`,
);

const addHouseholds = statement(
  'add households of a run',
  `INSERT INTO run_households (coop_id, run, household, name, figures, carried_before)
   SELECT (SELECT current_setting('app.coop')::uuid), $1, s.household, s.name, s.figures::json, s.carried_before
   FROM unnest($2::text[], $3::text[], $4::text[], ${lines('$5')}) AS s (household, carried_before, name, figures)`,
);

// as lists: to look for the name of each row costs the database more than to read and send them all
const namesBy = (key: string, table: string): Statement =>
  statement(
    `names of ${table} for a run`,
    `SELECT COALESCE(json_agg(${key}), '[]') AS codes, COALESCE(json_agg(name), '[]') AS names FROM ${table}
     WHERE coop_id = current_setting('app.coop')::uuid`,
  );

const readMemberNames = namesBy('number', 'members');
const readHouseholdNames = namesBy('code', 'households');

const figuresOf = (table: string, key: string): string =>
  `COALESCE((SELECT json_agg(f.figures ORDER BY f.${key}) FROM ${table} f
     WHERE f.coop_id = s.coop_id AND f.run = s.run), '[]')`;

// the outcome is what its parts say, put together: nobody has to send it a second time, nor to read it as JSON again
const addRun = statement(
  'add run',
  `INSERT INTO runs (coop_id, id, season, currency, "case", outcome, fingerprint, approved_before, rules_version,
     calculated_by, calculated_at, state, version)
   SELECT s.coop_id, s.run, $2, $3, $4,
     (SELECT json_object_agg(said.part, said.figures) FROM (
        SELECT * FROM json_each(s.summary -> 'outcome')
        UNION ALL SELECT 'members', ${figuresOf('run_members', 'member')}
        UNION ALL SELECT 'households', ${figuresOf('run_households', 'household')}) AS said (part, figures)),
     s.summary #>> '{outcome,fingerprint}', $5, $6, $7, $8, 'calculated', 0
   FROM run_summaries s WHERE s.coop_id = current_setting('app.coop')::uuid AND s.run = $1`,
);

/** Writes what members and households get of a run while it is sealed, and then the run that is put together of it. */
export async function addRunWithShares(tx: Transaction, run: FreshRun, funds: CalledFunds, by: string): Promise<void> {
  const { weightsOf, carriedBefore } = frozenIn(run);
  const [memberNames, householdNames] = [await namesOf(tx, readMemberNames), await namesOf(tx, readHouseholdNames)];
  const [members, households] = [new Rows(addMembers, run.id), new Rows(addHouseholds, run.id)];
  const sending = new Sending(tx);
  let since = 0;
  for (const { sealed, share } of run.written) {
    if (share?.of === 'member') {
      const { member, household, figures } = share;
      members.add([member, household, memberNames.get(member) ?? null], [figures, JSON.stringify(weightsOf(member))]);
      if (members.length >= TOGETHER) await sending.send(members);
    } else if (share) {
      const { household, figures } = share;
      households.add([household, carriedBefore(household), householdNames.get(household) ?? null], [figures]);
      if (households.length >= TOGETHER) await sending.send(households);
    }
    since += sealed.length;
    if (since < TURN) continue;
    since = 0;
    await turn();
  }
  await sending.send(households);
  await sending.send(members);
  await sending.end();
  const outcome = { ...run.outcome, fingerprint: run.fingerprint() };
  await tx.insert(RunSummaryEntity, [{ run: run.id, summary: { case: commonCase(run.case), outcome }, funds }]);
  const { season, currency, approvedBefore, rulesVersion } = run;
  const said = [run.id, season, currency, JSON.stringify(run.case), approvedBefore, rulesVersion];
  await tx.query(addRun, [...said, by, tx.now.toISOString()]);
}

async function namesOf(tx: Transaction, how: Statement): Promise<ReadonlyMap<string, string | null>> {
  const { codes, names } = await tx.one<{ codes: readonly string[]; names: readonly (string | null)[] }>(how);
  return new Map(codes.map((code, i) => [code, names[i] ?? null]));
}

/** Rows of a run that are sent together: columns of texts, and documents as lines. */
class Rows {
  private texts: (string | null)[][] = [];
  private documents: string[] = [];

  constructor(
    readonly how: Statement,
    private readonly run: string,
  ) {}

  /** Of their first document. */
  get length(): number {
    return this.documents[0]?.length ?? 0;
  }

  add(texts: readonly (string | null)[], documents: readonly string[]): void {
    texts.forEach((text, i) => (this.texts[i] ??= []).push(text));
    documents.forEach((document, i) => {
      const before = this.documents[i];
      this.documents[i] = before === undefined ? document : `${before}\n${document}`;
    });
  }

  /** The values of their statement; there are none of them any more. */
  take(): readonly unknown[] {
    const values = [this.run, ...this.texts, ...this.documents];
    [this.texts, this.documents] = [[], []];
    return values;
  }
}

/** The next rows are written while the database stores those before them, and others wait for it to be done. */
class Sending {
  private readonly stored: Promise<unknown>[] = [];

  constructor(private readonly tx: Transaction) {}

  async send(rows: Rows): Promise<void> {
    if (rows.length === 0) return;
    const sent = this.tx.query(rows.how, rows.take());
    sent.catch(() => undefined); // it is told when it is waited for
    this.stored.push(sent);
    while (this.stored.length > AT_ONCE) await this.stored.shift();
  }

  async end(): Promise<void> {
    await Promise.all(this.stored);
  }
}
