import type { Transaction } from '@ayni/database/transaction';
import { digestOf } from '@ayni/facts/record';
import { namesOf, type Fund } from '../../domain/funds/fund.js';
import type { FundsPort } from '../../domain/funds/funds.port.js';

/** A fund as it was sent. */
type SentFund = Pick<Fund, 'code' | 'nameEs'> & { readonly nameEn?: string | null; readonly legalName?: string | null };

/** Registers the funds that rules may name. */
export class RegisterFunds {
  constructor(private readonly funds: FundsPort) {}

  run(tx: Transaction, funds: readonly SentFund[], by: string): Promise<{ recorded: number; unchanged: number }> {
    return this.funds.register(
      tx,
      funds.map(({ code, nameEs, nameEn, legalName }) => {
        const fund = { code, ...namesOf(code, nameEs, nameEn ?? undefined), legalName: legalName ?? '' };
        return { fund, digest: digestOf(fund), by };
      }),
    );
  }
}
