import { addDays, found, parseDay, Refusal, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { Span } from '@ayni/database/running-totals';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';

/** The days of a report as somebody asks for them: of a season, between two days, or of a season between two days. */
export type AskedDays = {
  readonly season?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** The days of a report: without a first one from the beginning of the books. */
export type ReportDays = { readonly from: Day | null; readonly to: Day };

/** Reads for which days a report is asked. */
export class ReadDays {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly seasons: SeasonsPort,
  ) {}

  /** @throws Refusal `not-found` of the season, `wrong-order` where `from` is after `to` */
  async run(tx: Transaction, asked: AskedDays): Promise<ReportDays> {
    const { season: code } = asked;
    const season = code === undefined ? undefined : found(await this.seasons.find(tx, code), 'season', code);
    const from = asked.from === undefined ? (season?.from ?? null) : parseDay(asked.from, '/from');
    const last = season ? addDays(season.until, -1) : undefined;
    const to = asked.to === undefined ? (last ?? (await this.coops.today(tx))) : parseDay(asked.to, '/to');
    if (from !== null && from > to) throw new Refusal('wrong-order', '/from', { detail: 'from-later' });
    return { from, to };
  }
}

export const spanOf = ({ from, to }: ReportDays): Span => ({ from: from ?? undefined, until: addDays(to, 1) });
