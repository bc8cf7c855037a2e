import { Refusal } from '@ayni/kernel';
import { statement, type Statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { readCheckCode, type CheckedPlace, type SealedFigures } from '../../domain/papers/check-code.js';
import type { RunState } from '../../domain/runs/run.js';
import { codeOf, isSealed } from './seal.js';

/** What is told of a paper to whoever has its code: of no person. */
export type CheckedPaper = {
  readonly coop: string;
  readonly season: string;
  readonly of: 'member' | 'household';
  readonly amount: string;
  readonly currency: string;
  readonly fingerprint: string;
  readonly state: RunState;
  readonly resolution: string | null;
};

const readRuns = statement(
  'runs of a check',
  `SELECT r.id, c.name AS coop, r.season, r.currency, r.fingerprint, r.state, r.resolution, encode(s.check_key, 'hex') AS key
   FROM runs r JOIN run_summaries s ON s.coop_id = r.coop_id AND s.run = r.id JOIN coops c ON c.coop_id = r.coop_id
   WHERE r.coop_id = current_setting('app.coop')::uuid AND r.id BETWEEN $1::uuid AND $2::uuid`,
);

/** By the letters of numbers and codes, which no setting of a database changes. */
const placed = (table: string, party: string, amount: string): Readonly<Record<'at' | 'of', Statement>> => ({
  at: statement(
    `${party} of a check`,
    `SELECT ${party} AS party, figures ->> '${amount}' AS amount FROM ${table}
     WHERE coop_id = current_setting('app.coop')::uuid AND run = $1 ORDER BY ${party} COLLATE "C" OFFSET $2 LIMIT 1`,
  ),
  of: statement(
    `place of a ${party}`,
    `SELECT encode(s.check_key, 'hex') AS key, (SELECT count(*)::int FROM ${table} t
       WHERE t.coop_id = s.coop_id AND t.run = s.run AND t.${party} COLLATE "C" < $2 COLLATE "C") AS place
     FROM run_summaries s WHERE s.coop_id = current_setting('app.coop')::uuid AND s.run = $1`,
  ),
});

const PLACED = {
  member: placed('run_members', 'member', 'net'),
  household: placed('run_households', 'household', 'paid'),
} as const;

/** The code of one paper of a run. */
export async function readCode(tx: Transaction, run: string, figures: SealedFigures): Promise<string> {
  const { of, party } = figures;
  const { key, place } = await tx.one<{ key: string; place: number }>(PLACED[of].of, [run, party]);
  return codeOf({ ...figures, run, key, place });
}

/**
 * What the books say of the paper with this code.
 * @param coop as whoever asks names the co-op
 * @throws Refusal `unknown-paper` where there is none, or a figure was changed since
 */
export async function checkPaper(tx: Transaction, coop: string, code: string): Promise<CheckedPaper> {
  const read = readCheckCode(code);
  const paper = read && (await find(tx, read));
  if (!paper) throw new Refusal('unknown-paper', '', { coop });
  return paper;
}

async function find(
  tx: Transaction,
  { run, of, place, seal }: CheckedPlace & { readonly seal: string },
): Promise<CheckedPaper | undefined> {
  type Row = Omit<CheckedPaper, 'of' | 'amount'> & { readonly id: string; readonly key: string };
  const [first, last] = ['0', 'f'].map((digit) => `${run}${digit.repeat(24)}`);
  for (const { id, key, ...head } of await tx.query<Row>(readRuns, [first, last])) {
    const [row] = await tx.query<{ party: string; amount: string }>(PLACED[of].at, [id, place]);
    const { fingerprint } = head;
    if (row && isSealed(seal, { key, fingerprint, of, ...row })) return { ...head, of, amount: row.amount };
  }
  return undefined;
}
