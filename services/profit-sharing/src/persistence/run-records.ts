import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import type { Differing, RunRecords } from '../domain/runs/run-records.js';
import { differingDocuments, differingTotals } from './differing-books.js';

const readPostings = statement(
  'postings of a run',
  `SELECT posting, account, party, debit, credit FROM ledger_lines
   WHERE coop_id = current_setting('app.coop')::uuid AND source = 'run' AND code = $1 ORDER BY posting, line`,
);

const readSetOff = statement(
  'debts of a run',
  `SELECT code, amount_left AS left, amount_taken AS taken FROM run_debts
   WHERE coop_id = current_setting('app.coop')::uuid AND run = $1 ORDER BY member, place`,
);

const readSummary = statement(
  'summary of a run as it is printed',
  `SELECT r.fingerprint, r.resolution, COALESCE(c.resolution, r.resolution) AS covering, s.summary
   FROM runs r JOIN run_summaries s ON s.coop_id = r.coop_id AND s.run = r.id
   LEFT JOIN LATERAL (
     SELECT c.resolution FROM resolution_covers c
     WHERE c.coop_id = r.coop_id AND c.kind = 'run' AND c.season = r.season AND c.used_at IS NOT NULL
       AND c.fingerprint = r.outcome ->> 'fingerprint' AND r.resolution IS NOT NULL
     ORDER BY c.resolution = r.resolution DESC LIMIT 1) c ON true
   WHERE r.coop_id = current_setting('app.coop')::uuid AND r.id = $1`,
);

/** What a run froze of each member or household: a part of a document of its. */
const frozen = (document: string, of: string): string =>
  `(SELECT json_array_elements(${document} -> '${of}') AS said FROM runs
    WHERE coop_id = current_setting('app.coop')::uuid AND id = $1) f`;

const kept = (what: string, table: string): string =>
  `(SELECT ${what} FROM ${table} WHERE coop_id = current_setting('app.coop')::uuid AND run = $1) k`;

// there may be very many, and nearly always they are the same: the database says which are not
const DIFFERING = `SELECT 'members' AS of, f.said AS frozen, k.said AS kept
   FROM ${frozen('outcome', 'members')}
   FULL JOIN (
     SELECT m.member, m.figures::jsonb || jsonb_build_object('household', m.household)
       || CASE WHEN r.approval IS NULL THEN '{}' ELSE jsonb_build_object('tiesWon', t.ties_won) END AS said
     FROM run_members m
     JOIN runs r ON r.coop_id = m.coop_id AND r.id = m.run
     LEFT JOIN run_ties t ON t.coop_id = m.coop_id AND t.run = m.run AND t.member = m.member
     WHERE m.coop_id = current_setting('app.coop')::uuid AND m.run = $1
   ) k ON k.member = f.said ->> 'member'
   WHERE f.said::jsonb IS DISTINCT FROM k.said
   UNION ALL
   SELECT 'households', f.said, k.figures::jsonb
   FROM ${frozen('outcome', 'households')}
   FULL JOIN ${kept('household, figures', 'run_households')} ON k.household = f.said ->> 'household'
   WHERE f.said::jsonb IS DISTINCT FROM k.figures::jsonb
   UNION ALL
   SELECT 'weights', json_build_object('member', f.said -> 'member', 'weights', f.said -> 'weights'),
     jsonb_build_object('member', k.member, 'weights', k.weights)
   FROM ${frozen('"case"', 'members')}
   FULL JOIN ${kept('member, weights', 'run_members')} ON k.member = f.said ->> 'member'
   WHERE COALESCE(f.said -> 'weights', '{}')::jsonb IS DISTINCT FROM k.weights::jsonb
   UNION ALL
   SELECT 'carried', json_build_object('household', k.household, 'carried', COALESCE(f.said ->> 'carried', '0')),
     jsonb_build_object('household', k.household, 'carried', k.carried_before)
   FROM ${frozen('"case"', 'households')}
   RIGHT JOIN ${kept('household, carried_before', 'run_households')} ON k.household = f.said ->> 'household'
   WHERE COALESCE(f.said ->> 'carried', '0')::numeric IS DISTINCT FROM k.carried_before::numeric`;

const readDiffering = statement('differing figures of a run', DIFFERING);

const readEdited = statement(
  'whose figures of a run were edited',
  `SELECT min(COALESCE(frozen ->> 'member', frozen ->> 'household', kept ->> 'member', kept ->> 'household')
     COLLATE "C") AS whose
   FROM (${DIFFERING}) d`,
);

type DifferingRow = { readonly of: keyof Differing; readonly frozen: object | null; readonly kept: object | null };

/** What the books hold of a run beside what it froze, and where the books themselves do not agree. */
export async function readRunRecords(tx: Transaction, id: string): Promise<RunRecords> {
  const debts = await tx.query<RunRecords['debts'][number]>(readSetOff, [id]);
  const rows = await tx.query<DifferingRow>(readDiffering, [id]);
  const all = (which: 'frozen' | 'kept'): Differing => {
    const of = (part: keyof Differing): readonly object[] =>
      rows.flatMap((row) => (row.of === part ? (row[which] ?? []) : []));
    return { members: of('members'), households: of('households'), weights: of('weights'), carried: of('carried') };
  };
  return {
    postings: await tx.query<RunRecords['postings'][number]>(readPostings, [id]),
    printed: await tx.one<RunRecords['printed']>(readSummary, [id]),
    debts,
    differing: { frozen: all('frozen'), kept: all('kept') },
    documents: await differingDocuments(tx),
    totals: await differingTotals(tx),
  };
}

/** The first member or household of whom other figures stand beside a run than it froze. */
export async function whoseIsEdited(tx: Transaction, id: string): Promise<string | undefined> {
  const { whose } = await tx.one<{ whose: string | null }>(readEdited, [id]);
  return whose ?? undefined;
}
