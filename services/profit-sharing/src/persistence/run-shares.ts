import { setImmediate as turn } from 'node:timers/promises';
import { formatAmount, placesIn } from '@ayni/kernel';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { FreshRun } from '../domain/runs/run.js';
import { commonCase } from '../domain/runs/run-shares.js';
import type { CalledFunds } from '../domain/rules/called-funds.js';
import { Lines } from './lines.js';
import { paired } from './paired.js';
import { RunSummaryEntity } from './run.entity.js';

/** Of such a length is the text of the rows that are sent together: not all need be there at once. */
const TOGETHER = 500_000;
/** After so much that was sealed others are answered, and what waits is sent. */
const TURN = 100_000;
/** Some are stored while the next are written already. */
const AT_ONCE = 4;

// no code has a line break, and a document none that is not written as \n: columns come as lines, which are the least to
// read, and are taken apart beside each other, so that none of them is put down a second time
const lines = (place: string): string => `unnest(string_to_array(${place}, E'\\n'))`;

const addMembers = statement(
  'add members of a run',
  `INSERT INTO run_members (coop_id, run, name, member, household, weights, figures)
   SELECT (SELECT current_setting('app.coop')::uuid), $1, unnest($2::text[]),
     ${lines('$3')}, ${lines('$4')}, ${lines('$5')}::json, ${lines('$6')}::json`,
);

const addHouseholds = statement(
  'add households of a run',
  `INSERT INTO run_households (coop_id, run, name, household, carried_before, figures)
   SELECT (SELECT current_setting('app.coop')::uuid), $1, unnest($2::text[]),
     ${lines('$3')}, ${lines('$4')}, ${lines('$5')}::json`,
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
  await addShares(tx, run);
  const outcome = { ...run.outcome, fingerprint: run.fingerprint() };
  await tx.insert(RunSummaryEntity, [{ run: run.id, summary: { case: commonCase(run.case), outcome }, funds }]);
  const { season, currency, approvedBefore, rulesVersion } = run;
  const said = [run.id, season, currency, JSON.stringify(run.case), approvedBefore, rulesVersion];
  await tx.query(addRun, [...said, by, tx.now.toISOString()]);
}

type Names = ReadonlyMap<string, string | null>;

async function namesOf(tx: Transaction, how: Statement): Promise<Names> {
  const { codes, names } = await tx.one<{ codes: readonly string[]; names: readonly (string | null)[] }>(how);
  return paired(codes, names, null);
}

async function addShares(tx: Transaction, run: FreshRun): Promise<void> {
  const sending = new Sending();
  const asked = sending.add(Promise.all([namesOf(tx, readMemberNames), namesOf(tx, readHouseholdNames)]));
  const caseOfMember = inOrder(run.case.members, ({ member }) => member);
  const caseOfHousehold = inOrder(run.case.households ?? [], ({ household }) => household);
  const nothing = formatAmount(0n, placesIn(run.outcome.result));
  const [members, households] = [new Rows(addMembers, run.id, 4), new Rows(addHouseholds, run.id, 3)];
  const send = (rows: Rows) => (rows.length === 0 ? undefined : sending.next(tx.query(rows.how, rows.take())));
  let since = 0;
  let names: Awaited<typeof asked> | undefined;
  for (const { sealed, share } of run.written) {
    if (share) names ??= await asked; // the case is sealed first, which takes a while by itself
    if (share?.of === 'member') {
      const { member, household, figures } = share;
      const { weights = {} } = caseOfMember(member);
      members.add(names?.[0].get(member) ?? null, member, household, JSON.stringify(weights), figures);
      if (members.length >= TOGETHER) await send(members);
    } else if (share) {
      const { household, figures } = share;
      const { carried = nothing } = caseOfHousehold(household);
      households.add(names?.[1].get(household) ?? null, household, carried, figures);
      if (households.length >= TOGETHER) await send(households);
    }
    since += sealed.length;
    if (since < TURN) continue;
    since = 0;
    await turn();
  }
  await send(households);
  await send(members);
  await sending.end();
}

/** Gives one after the other of a list that stands in the order in which they are sealed: of very many none is looked for. */
function inOrder<One>(list: readonly One[], codeOf: (one: One) => string): (code: string) => One {
  let place = 0;
  return (code) => {
    const one = list[place];
    if (one === undefined || codeOf(one) !== code) throw new Error(`${code} is not the next of its case`);
    place += 1;
    return one;
  };
}

/** Rows of a run that are sent together: a name, and the lines of each other column. */
class Rows {
  private names: (string | null)[] = [];
  private readonly columns: readonly Lines[];

  /** @param columns besides the name */
  constructor(
    readonly how: Statement,
    private readonly run: string,
    columns: number,
  ) {
    this.columns = Array.from({ length: columns }, () => new Lines());
  }

  /** Bytes of all their columns. */
  get length(): number {
    return this.columns.reduce((sum, { length }) => sum + length, 0);
  }

  add(name: string | null, ...texts: readonly string[]): void {
    this.names.push(name);
    this.columns.forEach((column, i) => column.add(texts[i] ?? ''));
  }

  /** The values of their statement; there are none of them any more. */
  take(): readonly unknown[] {
    const values = [this.run, this.names, ...this.columns.map((column) => column.take())];
    this.names = [];
    return values;
  }
}

/** What the database was asked and has not answered: the next rows are written while it stores those before them. */
class Sending {
  private readonly asked: Promise<unknown>[] = [];

  add<Answer>(asked: Promise<Answer>): Promise<Answer> {
    asked.catch(() => undefined); // it is told when it is waited for
    this.asked.push(asked);
    return asked;
  }

  /** Waits where too much was asked already. */
  async next(asked: Promise<unknown>): Promise<void> {
    void this.add(asked);
    while (this.asked.length > AT_ONCE) await this.asked.shift();
  }

  async end(): Promise<void> {
    await Promise.all(this.asked);
  }
}
