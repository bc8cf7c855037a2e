import { addDays, formatAmount, parseDay, type Language } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { ListQuery, Narrowing } from '@ayni/http/listing';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { HledgerJournal } from '../../domain/ledger/hledger.js';
import { entries } from '../list-entries/list-entries.query.js';
import { releasedOver } from '../sum-accounts/account-sums.js';

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
    yield await this.released(tx, query, journal, places);
  }

  /** What assets are released is no entry: it is told of all of them on the last day. */
  private async released(
    tx: Transaction,
    { from, to }: ListQuery,
    journal: HledgerJournal,
    places: number,
  ): Promise<string> {
    const day = to === undefined ? await this.coops.today(tx) : parseDay(to);
    const span = { until: addDays(day, 1), ...(from === undefined ? {} : { from: parseDay(from) }) };
    const lines = (await releasedOver(tx, span)).filter(({ debit, credit }) => debit !== credit);
    if (lines.length === 0) return '';
    return journal.entry({
      ...{ day, source: 'asset-release', code: day, posting: 'record' },
      lines: lines.map(({ account, party, debit, credit }) => ({
        ...{ account, party: party === '' ? null : party },
        ...{ debit: formatAmount(debit, places), credit: formatAmount(credit, places) },
      })),
    });
  }
}
