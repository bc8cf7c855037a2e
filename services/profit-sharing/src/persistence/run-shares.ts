import { setImmediate as turn } from 'node:timers/promises';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { FreshRun } from '../domain/runs/run.js';
import { sharesOf } from '../domain/runs/run-shares.js';
import type { CalledFunds } from '../domain/rules/called-funds.js';
import { RunSummaryEntity } from './run.entity.js';

/** Of such a length is the text of the rows that are sent together: not all need be there at once, and others are answered in between. */
const TOGETHER = 500_000;

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
  const { summary, members, households } = sharesOf(run);
  const memberNames = await namesOf(tx, readMemberNames);
  await addEach(tx, addMembers, run.id, members, ({ weights, figures }) => ({
    texts: [figures.member, figures.household, memberNames.get(figures.member) ?? null],
    documents: [figures, weights],
  }));
  const householdNames = await namesOf(tx, readHouseholdNames);
  await addEach(tx, addHouseholds, run.id, households, ({ carriedBefore, figures }) => ({
    texts: [figures.household, carriedBefore, householdNames.get(figures.household) ?? null],
    documents: [figures],
  }));
  const outcome = { ...summary.outcome, fingerprint: await run.fingerprint };
  await tx.insert(RunSummaryEntity, [{ run: run.id, summary: { ...summary, outcome }, funds }]);
  const { season, currency, approvedBefore, rulesVersion } = run;
  const said = [run.id, season, currency, JSON.stringify(run.case), approvedBefore, rulesVersion];
  await tx.query(addRun, [...said, by, tx.now.toISOString()]);
}

async function namesOf(tx: Transaction, how: Statement): Promise<ReadonlyMap<string, string | null>> {
  const { codes, names } = await tx.one<{ codes: readonly string[]; names: readonly (string | null)[] }>(how);
  return new Map(codes.map((code, i) => [code, names[i] ?? null]));
}

/** A row as it is sent. */
type Sent = { readonly texts: readonly (string | null)[]; readonly documents: readonly object[] };

/** The next rows are written while the database stores those before them. */
async function addEach<Share>(
  tx: Transaction,
  how: Statement,
  run: string,
  shares: Iterable<Share>,
  rowOf: (share: Share) => Sent,
): Promise<void> {
  let stored: Promise<unknown> = Promise.resolve();
  let texts: (string | null)[][] = [];
  let documents: string[] = [];
  const send = async (): Promise<void> => {
    const values = [run, ...texts, ...documents];
    [texts, documents] = [[], []];
    await stored;
    stored = tx.query(how, values);
    stored.catch(() => undefined); // it is told when it is waited for
    await turn();
  };
  for (const share of shares) {
    const row = rowOf(share);
    row.texts.forEach((text, i) => (texts[i] ??= []).push(text));
    row.documents.forEach((document, i) => {
      const text = JSON.stringify(document);
      const before = documents[i];
      documents[i] = before === undefined ? text : `${before}\n${text}`;
    });
    if ((documents[0]?.length ?? 0) >= TOGETHER) await send();
  }
  if (documents.length > 0) await send();
  await stored;
}
