import { found, formatAmount, readAmount } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { amountSql } from '@ayni/http/listing';
import type { SheetToSign } from '../../domain/sheet-to-sign.js';
import { readPaperHead } from '../write-papers/write-papers.query.js';
import { namedPayout } from '../list-payouts/list-payouts.query.js';

const readSheet = statement(
  'sheet of a payout',
  `SELECT p.run, c.places, (
     SELECT json_agg(json_build_object('household', l.household, 'name', h.name, 'pays', l.way,
       'paid', ${amountSql('l.amount')}) ORDER BY l.place)
     FROM payout_lines l JOIN households h ON h.coop_id = l.coop_id AND h.code = l.household
     WHERE l.coop_id = p.coop_id AND l.payout = p.code) AS households
   FROM payouts p JOIN coops c ON c.coop_id = p.coop_id
   WHERE p.coop_id = current_setting('app.coop')::uuid AND p.code = $1`,
);

/** What the households of a payout sign when they are paid. */
export async function writePayoutSheet(tx: Transaction, code: string): Promise<SheetToSign> {
  type Row = Pick<SheetToSign, 'places' | 'households'> & { readonly run: string };
  const [row] = await tx.query<Row>(readSheet, [await namedPayout(tx, code)]);
  const { run, places, households } = found(row, 'payout', code);
  const total = households.reduce((sum, { paid }) => sum + readAmount(paid, places), 0n);
  const head = await readPaperHead(tx, run);
  return { ...head, places, households, totals: { paid: formatAmount(total, places) } };
}
