import { setImmediate as turn } from 'node:timers/promises';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { FreshRun } from '../domain/runs/run.js';
import { sharesOf } from '../domain/runs/run-shares.js';
import type { CalledFunds } from '../domain/rules/called-funds.js';
import { RunSummaryEntity } from './run.entity.js';

/** Of such a length is the text of the rows that are sent together: not all need be there at once, and others are answered in between. */
const TOGETHER = 64_000;

// a document has no line break where one is not written as \n: documents come as lines, which are the least to read
const lines = (place: string): string => `string_to_array(${place}, E'\\n')`;

const addMembers = statement(
  'add members of a run',
  `INSERT INTO run_members (coop_id, run, member, household, name, figures, weights)
   SELECT current_setting('app.coop')::uuid, $1, s.member, s.household, m.name, s.figures::json, s.weights::json
   FROM unnest($2::text[], $3::text[], ${lines('$4')}, ${lines('$5')}) AS s (member, household, figures, weights)
   LEFT JOIN members m ON m.coop_id = current_setting('app.coop')::uuid AND m.number = s.member`,
);

const addHouseholds = statement(
  'add households of a run',
  `INSERT INTO run_households (coop_id, run, household, name, figures, carried_before)
   SELECT current_setting('app.coop')::uuid, $1, s.household, h.name, s.figures::json, s.carried_before
   FROM unnest($2::text[], $3::text[], ${lines('$4')}) AS s (household, carried_before, figures)
   LEFT JOIN households h ON h.coop_id = current_setting('app.coop')::uuid AND h.code = s.household`,
);

const figuresOf = (table: string, key: string): string =>
  `COALESCE((SELECT string_agg(f.figures::text, ',' ORDER BY f.${key} COLLATE "C") FROM ${table} f
     WHERE f.coop_id = s.coop_id AND f.run = s.run), '')`;

// the outcome is what its parts say, put together: nobody has to send it a second time
const addRun = statement(
  'add run',
  `INSERT INTO runs (coop_id, id, season, currency, "case", outcome, fingerprint, approved_before, rules_version,
     calculated_by, calculated_at, state, version)
   SELECT s.coop_id, s.run, $2, $3, $4,
     concat(left((s.summary -> 'outcome')::text, -1),
       ',"members":[', ${figuresOf('run_members', 'member')},
       '],"households":[', ${figuresOf('run_households', 'household')}, ']}')::json,
     s.summary #>> '{outcome,fingerprint}', $5, $6, $7, $8, 'calculated', 0
   FROM run_summaries s WHERE s.coop_id = current_setting('app.coop')::uuid AND s.run = $1`,
);

/** Writes what members and households get of a run, and then the run that is put together of it. */
export async function addRunWithShares(tx: Transaction, run: FreshRun, funds: CalledFunds, by: string): Promise<void> {
  const { summary, members, households } = sharesOf(run);
  await tx.insert(RunSummaryEntity, [{ run: run.id, summary, funds }]);
  await addEach(tx, addMembers, run.id, members, ({ weights, figures }) => ({
    codes: [figures.member, figures.household],
    documents: [figures, weights],
  }));
  await addEach(tx, addHouseholds, run.id, households, ({ carriedBefore, figures }) => ({
    codes: [figures.household, carriedBefore],
    documents: [figures],
  }));
  const { season, currency, approvedBefore, rulesVersion } = run;
  const said = [run.id, season, currency, JSON.stringify(run.case), approvedBefore, rulesVersion];
  await tx.query(addRun, [...said, by, tx.now.toISOString()]);
}

/** A row as it is sent. */
type Sent = { readonly codes: readonly string[]; readonly documents: readonly object[] };

/** The next rows are written while the database stores those before them. */
async function addEach<Share>(
  tx: Transaction,
  how: Statement,
  run: string,
  shares: Iterable<Share>,
  rowOf: (share: Share) => Sent,
): Promise<void> {
  let stored: Promise<unknown> = Promise.resolve();
  let codes: string[][] = [];
  let documents: string[] = [];
  const send = async (): Promise<void> => {
    const values = [run, ...codes, ...documents];
    [codes, documents] = [[], []];
    await stored;
    stored = tx.query(how, values);
    stored.catch(() => undefined); // it is told when it is waited for
    await turn();
  };
  for (const share of shares) {
    const row = rowOf(share);
    row.codes.forEach((code, i) => (codes[i] ??= []).push(code));
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
