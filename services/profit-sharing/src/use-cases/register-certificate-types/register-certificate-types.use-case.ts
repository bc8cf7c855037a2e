import { formatAmount } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { Faults } from '@ayni/http/faults';
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
    const faults = new Faults();
    const rows = types.flatMap(({ code, name, value, minimum, holders }, i) => {
      const amount = faults.check(i, () => parseAmountInBooks(value, places, `/rows/${i}/value`));
      return amount === undefined ? [] : [{ code, name, minimum, holders, value: formatAmount(amount, places) }];
    });
    await faults.throwWith(() => this.types.refuseTaken(tx, types));
    return this.types.register(tx, rows, by);
  }
}
