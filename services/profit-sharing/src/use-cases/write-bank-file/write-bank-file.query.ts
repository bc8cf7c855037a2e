import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';
import { amountSql } from '@ayni/http/listing';
import { bankLines, type BankCell, type BankTemplate, type Transfer } from '../../domain/payouts/bank-template.js';
import type { BankTemplatesPort } from '../../domain/payouts/bank-templates.port.js';
import { namedPayout, TO_TRANSFER, linesWithPayments } from '../list-payouts/list-payouts.query.js';

const readTransfers = statement(
  'transfers of a payout',
  `SELECT l.household, l.payee, l.account, r.currency, ${amountSql('l.amount')} AS amount,
     p.code || '-' || l.place AS reference
   FROM payouts p JOIN runs r ON r.coop_id = p.coop_id AND r.id = p.run
   JOIN ${linesWithPayments} ON l.coop_id = p.coop_id AND l.payout = p.code
   WHERE p.coop_id = current_setting('app.coop')::uuid AND p.code = $1 AND ${TO_TRANSFER} ORDER BY l.place`,
);

/** What a bank is given: what stands in it, and in what form. */
export type BankFile = {
  readonly payout: string;
  readonly template: BankTemplate;
  readonly lines: readonly (readonly BankCell[])[];
};

/** Writes what of a payout is still to be transferred, as the co-op's bank wants to have it. */
export class WriteBankFile {
  constructor(private readonly templates: BankTemplatesPort) {}

  async run(tx: Transaction, code: string): Promise<BankFile> {
    const payout = await namedPayout(tx, code);
    const template = await this.templates.current(tx);
    const transfers = await tx.query<Transfer>(readTransfers, [payout]);
    return { payout, template, lines: bankLines(template, transfers) };
  }
}
