import { AmountField, CountField, CurrencyField } from '@ayni/http/fields';
import { found, type Currency } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import { figuresText, type FiguresText } from '../../domain/runs/figures.js';
import type { LedgerPort } from '../../domain/ledger/ledger.port.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';

/** What a season's books say. */
export class SeasonSums implements FiguresText {
  @CurrencyField() currency!: Currency;
  @AmountField() revenue!: string;
  @CountField() saleLines!: number;
  @CountField() receipts!: number;
  @AmountField() deliveriesCost!: string;
  @AmountField() ownExpenses!: string;
  @AmountField({
    description: 'paid out of grants, less what was given up of it and so became own; it never meets the result',
  })
  restrictedExpenses!: string;
  @AmountField({ description: 'below zero for a loss' }) result!: string;
}

/** What a season comes to by its posted entries. */
export class SumSeason {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
    private readonly ledger: LedgerPort,
  ) {}

  async run(tx: Transaction, code: string): Promise<SeasonSums> {
    const season = found(await this.seasons.find(tx, code), 'season', code);
    const coop = await this.coops.get(tx);
    return figuresText(coop, await this.ledger.figures(tx, season));
  }
}
