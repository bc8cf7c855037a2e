import type { FactKind } from '@ayni/contracts';
import type { DayRange } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { BookTotals, type Sums } from '@ayni/facts/books';
import { registerTotals } from '@ayni/reference-data/register/register';

/** What members wrote of a season: the register as of its last day. It applies no one else's facts. */
export class RegisterTotals extends BookTotals {
  async written(tx: Transaction, season: DayRange): Promise<Partial<Record<FactKind, Sums>>> {
    return { register: await registerTotals(tx, season) };
  }

  applied(): Promise<Partial<Record<FactKind, Sums>>> {
    return Promise.resolve({});
  }
}
