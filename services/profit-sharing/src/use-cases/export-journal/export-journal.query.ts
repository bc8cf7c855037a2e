import type { Language } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { ListQuery, Narrowing } from '@ayni/http/listing';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { HledgerJournal } from '../../domain/hledger.js';
import { entries } from '../list-entries/list-entries.query.js';

/** Writes the entries of some days as a journal of hledger, a part for each page of them. */
export class ExportJournal {
  constructor(private readonly coops: CoopDirectory) {}

  async *run(tx: Transaction, query: ListQuery, language: Language, narrowing: Narrowing = {}): AsyncGenerator<string> {
    const { currency, places } = await this.coops.get(tx);
    const journal = new HledgerJournal(currency, places, language);
    yield journal.head();
    let after: string | null = null;
    do {
      const asked: ListQuery = { ...query, limit: '500', ...(after === null ? {} : { after }) };
      const page = await entries.page(tx, asked, narrowing);
      yield page.items.map((entry) => journal.entry(entry)).join('');
      after = page.next;
    } while (after !== null);
  }
}
