import { DayField } from '@ayni/http/fields';
import type { Transaction } from '@ayni/database/transaction';
import type { Day } from '@ayni/kernel';
import { nextFrom } from '../../domain/season-overlap.js';
import type { SeasonsPort } from '../../domain/seasons.port.js';

/** The season that is proposed to be opened next. */
export class SeasonProposal {
  @DayField({ nullable: true, description: 'its first day, the one after the last season; null for the first' })
  from!: Day | null;
}

/** Proposes the season after the last one, so that no day lies between them. */
export class ProposeSeason {
  constructor(private readonly seasons: SeasonsPort) {}

  async run(tx: Transaction): Promise<SeasonProposal> {
    return { from: nextFrom(await this.seasons.days(tx)) ?? null };
  }
}
