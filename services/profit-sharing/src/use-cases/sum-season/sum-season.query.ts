import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { figuresText } from '../../domain/figures.js';
import type { LedgerPort } from '../../domain/ledger.port.js';
import type { SeasonsPort } from '../../domain/seasons.port.js';

/** What a season comes to by its posted entries. */
export class SumSeason {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly ledger: LedgerPort,
  ) {}

  async run(tx: Transaction, code: string): Promise<Readonly<Record<string, string | number>>> {
    const season = found(await this.seasons.find(tx, code), 'season', code);
    const { currency } = await this.coops.get(tx);
    return figuresText(currency, await this.ledger.figures(tx, season));
  }
}
