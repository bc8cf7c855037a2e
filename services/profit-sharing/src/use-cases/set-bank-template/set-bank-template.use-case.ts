import type { Transaction } from '@ayni/database/transaction';
import type { BankTemplate } from '../../domain/payouts/bank-template.js';
import type { BankTemplatesPort } from '../../domain/payouts/bank-templates.port.js';

/** Sets what the file for the co-op's bank looks like, from the next one on. */
export class SetBankTemplate {
  constructor(private readonly templates: BankTemplatesPort) {}

  async run(tx: Transaction, template: BankTemplate, by: string): Promise<{ readonly version: number }> {
    return { version: await this.templates.change(tx, template, by) };
  }
}
