import { setImmediate as turn } from 'node:timers/promises';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { FreshRun } from '../domain/runs/run.js';
import { sharesOf } from '../domain/runs/run-shares.js';
import type { CalledFunds } from '../domain/rules/called-funds.js';
import { RunSummaryEntity } from './run.entity.js';

/** Of such a length is the text of the rows that are sent together: not all need be there at once, and others are answered in between. */
const TOGETHER = 64_000;

const addMembers = statement(
  'add members of a run',
  `INSERT INTO run_members (coop_id, run, member, household, name, weights, figures)
   SELECT current_setting('app.coop')::uuid, $1, s.member, s.household, m.name, s.weights, s.figures
   FROM json_to_recordset($2::json) AS s (member text, household text, weights json, figures json)
   LEFT JOIN members m ON m.coop_id = current_setting('app.coop')::uuid AND m.number = s.member`,
);

const addHouseholds = statement(
  'add households of a run',
  `INSERT INTO run_households (coop_id, run, household, name, carried_before, figures)
   SELECT current_setting('app.coop')::uuid, $1, s.household, h.name, s."carriedBefore", s.figures
   FROM json_to_recordset($2::json) AS s (household text, "carriedBefore" text, figures json)
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
  await addEach(tx, addMembers, run.id, members, ({ weights, figures }) => {
    return { member: figures.member, household: figures.household, weights, figures };
  });
  await addEach(tx, addHouseholds, run.id, households, ({ carriedBefore, figures }) => {
    return { household: figures.household, carriedBefore, figures };
  });
  const { season, currency, approvedBefore, rulesVersion } = run;
  const said = [run.id, season, currency, JSON.stringify(run.case), approvedBefore, rulesVersion];
  await tx.query(addRun, [...said, by, tx.now.toISOString()]);
}

/** The next rows are written while the database stores those before them. */
async function addEach<Share>(
  tx: Transaction,
  how: Statement,
  run: string,
  shares: Iterable<Share>,
  rowOf: (share: Share) => object,
): Promise<void> {
  let stored: Promise<unknown> = Promise.resolve();
  let rows = '';
  const send = async (): Promise<void> => {
    const text = `[${rows}]`;
    rows = '';
    await stored;
    stored = tx.query(how, [run, text]);
    stored.catch(() => undefined); // it is told when it is waited for
    await turn();
  };
  for (const share of shares) {
    rows += `${rows === '' ? '' : ','}${JSON.stringify(rowOf(share))}`;
    if (rows.length >= TOGETHER) await send();
  }
  if (rows !== '') await send();
  await stored;
}
