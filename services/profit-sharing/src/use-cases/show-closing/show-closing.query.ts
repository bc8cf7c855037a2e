import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { lackingOf, type ClosingPlan, type Lack, type Report } from '../../domain/closing.js';
import type { SeasonState } from '../../domain/season.js';
import type { SeasonsPort } from '../../domain/seasons.port.js';

export type Closing = {
  readonly season: string;
  readonly state: SeasonState;
  readonly services: readonly (
    (Report & { readonly reported: true }) | { readonly service: string; readonly reported: false }
  )[];
  readonly lacking: readonly Lack[];
};

/** How far a season's closing is: which service lacks how much of which kind. */
export class ShowClosing {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly plan: ClosingPlan,
  ) {}

  async run(tx: Transaction, code: string): Promise<Closing> {
    const season = found(await this.seasons.find(tx, code), 'season', code);
    const reports = await this.seasons.reports(tx, code);
    return {
      season: code,
      state: season.state,
      services: this.plan.services.map((service) => {
        const report = reports.find((each) => each.service === service);
        return report ? { ...report, reported: true } : { service, reported: false };
      }),
      lacking: lackingOf(this.plan, reports),
    };
  }
}
