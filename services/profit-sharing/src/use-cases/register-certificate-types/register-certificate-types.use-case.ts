import { formatAmount } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { CertificateTypesPort, NewCertificateType } from '../../domain/debts/certificate-types.port.js';
import { parseAmountInBooks } from '../../domain/ledger/amount-in-books.js';

/** Registers types of certificates, each with its first value. */
export class RegisterCertificateTypes {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly types: CertificateTypesPort,
  ) {}

  /** @throws Refusal `bad-amount`, `amount-too-large`, `duplicate-code`, `code-taken` */
  async run(
    tx: Transaction,
    types: readonly NewCertificateType[],
    by: string,
  ): Promise<{ recorded: number; unchanged: number }> {
    const { places } = await this.coops.get(tx);
    const rows = types.map(({ code, name, value, minimum, holders }, i) => ({
      ...{ code, name, minimum, holders },
      value: formatAmount(parseAmountInBooks(value, places, `/rows/${i}/value`), places),
    }));
    return this.types.register(tx, rows, by);
  }
}
