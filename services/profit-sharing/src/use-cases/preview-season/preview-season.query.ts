import { isRefused, type Outcome } from '@ayni/distribution';
import {
  CodeField,
  CountField,
  DayField,
  InstantField,
  ObjectField,
  OneOfField,
  PartField,
  ShownListField,
  ShownTextField,
  YesNoField,
} from '@ayni/http/fields';
import { found, type Day } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { DayEntries, LedgerPort } from '../../domain/ledger.port.js';
import { SEASON_STATES, type SeasonState } from '../../domain/season.js';
import type { SeasonsPort } from '../../domain/seasons.port.js';
import { UnsettledGrants, type FindUnsettledGrants } from '../find-unsettled-grants/find-unsettled-grants.query.js';
import { CaseDocument } from '../show-run/shown-run.js';
import { unsharedFor, type WorkOutShares } from '../work-out-shares/work-out-shares.js';

class DayOfNoSeason implements DayEntries {
  @DayField() day!: Day;
  @CountField({ description: 'of the ledger' }) entries!: number;
}

/** What is to be settled before the season is shared, or left as it is for a reason. */
class Unfinished {
  @ShownTextField({ nullable: true, description: 'why no shares come of the books as they are' })
  unshared!: string | null;
  @ShownListField(() => DayOfNoSeason, { description: 'up to its end, that no season has' })
  daysOfNoSeason!: readonly DayOfNoSeason[];
  @PartField(() => UnsettledGrants, { description: 'up to its end' }) grants!: UnsettledGrants;
}

/** The shares of a season as they would be by the books of this moment. */
export class Preview {
  @YesNoField({ description: 'always: nobody can propose it' }) preview!: true;
  @CodeField() season!: string;
  @OneOfField(SEASON_STATES) state!: SeasonState;
  @InstantField() asOf!: string;
  @PartField(() => CaseDocument) case!: CaseDocument;
  @ObjectField({ nullable: true, description: 'the outcome document; null where no shares come of the books' })
  outcome!: Outcome | null;
  @PartField(() => Unfinished) unfinished!: Unfinished;
}

/** Works a season out as of now, open or not; nothing of it is kept. */
export class PreviewSeason {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly ledger: LedgerPort,
    private readonly shares: WorkOutShares,
    private readonly unsettledGrants: FindUnsettledGrants,
  ) {}

  async run(tx: Transaction, asked: string): Promise<Preview> {
    const season = found(await this.seasons.find(tx, asked), 'season', asked);
    const { code } = season;
    const { document, outcome } = await this.shares.run(tx, season);
    return {
      preview: true,
      season: code,
      state: season.state,
      asOf: tx.now.toISOString(),
      case: document,
      outcome: isRefused(outcome) ? null : outcome,
      unfinished: {
        unshared: unsharedFor(outcome),
        daysOfNoSeason: await this.ledger.daysOfNoSeason(tx, season.until),
        grants: await this.unsettledGrants.run(tx, season.until),
      },
    };
  }
}
