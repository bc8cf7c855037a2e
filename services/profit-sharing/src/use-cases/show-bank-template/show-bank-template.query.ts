import type { Transaction } from '@ayni/database/transaction';
import type { BankTemplate } from '../../domain/payouts/bank-template.js';
import type { BankTemplatesPort } from '../../domain/payouts/bank-templates.port.js';

/** What the file for the co-op's bank looks like now. */
export class ShowBankTemplate {
  constructor(private readonly templates: BankTemplatesPort) {}

  run(tx: Transaction): Promise<BankTemplate> {
    return this.templates.current(tx);
  }
}
