import { parseDay, Refusal, type Centavos } from '@ayni/kernel';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { DebtsPort } from '../../domain/debts/debts.port.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import { loans, type Loan, type SentLoan } from '../../facts/loan.js';
import { KeepDebts } from '../keep-money/keep-debts.js';

/** Keeps loans. */
export class KeepLoans extends KeepDebts<Loan, SentLoan> {
  constructor(coops: CoopDirectory, ledger: LedgerPort, debts: DebtsPort) {
    super(loans, 'loan', coops, ledger, debts);
  }

  /** As an older release took loans, of which nothing was agreed. */
  protected override digested({ firstDueOn, instalments, everyMonths, ...sent }: SentLoan): object {
    return {
      ...sent,
      ...(typeof firstDueOn === 'string' ? { firstDueOn } : {}),
      ...(typeof instalments === 'number' ? { instalments } : {}),
      ...(typeof everyMonths === 'number' ? { everyMonths } : {}),
    };
  }

  /** @throws Refusal `bad-field` where parts are agreed and no day, `wrong-order` where that is before the loan */
  protected override refuseTerms({ firstDueOn, instalments, everyMonths, paidOn }: SentLoan, at: string): void {
    const agreed = typeof firstDueOn === 'string';
    if (!agreed && (typeof instalments === 'number' || typeof everyMonths === 'number'))
      throw new Refusal('bad-field', `${at}/firstDueOn`, { detail: 'first-day-needed' });
    if (agreed && firstDueOn < paidOn) throw new Refusal('wrong-order', `${at}/firstDueOn`, { detail: 'before-debt' });
  }

  protected make({ firstDueOn, instalments, everyMonths, ...sent }: SentLoan, amount: Centavos): Loan {
    const agreed = typeof firstDueOn === 'string';
    return {
      ...{ ...sent, amount, firstDueOn: agreed ? parseDay(firstDueOn) : null },
      instalments: agreed ? (instalments ?? 1) : null,
      everyMonths: agreed ? (everyMonths ?? 1) : null,
    };
  }
}
