import { isRefused, type Outcome } from '@ayni/distribution';
import {
  CodeField,
  InstantField,
  ObjectField,
  OneOfField,
  PartField,
  ShownListField,
  ShownTextField,
  YesNoField,
} from '@ayni/http/fields';
import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import { SEASON_STATES, type SeasonState } from '../../domain/seasons/season.js';
import { refuseWithdrawn } from '../../domain/seasons/season-change.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import { CaseDocument } from '../show-run/shown-run.js';
import type { ShownThing } from '../../domain/seasons/unfinished.js';
import { unsharedThing, UnfinishedRow, type ListUnfinished } from '../list-unfinished/list-unfinished.js';
import { unsharedFor, type WorkOutShares } from '../work-out-shares/work-out-shares.js';

/** The shares of a season as they would be by the books of this moment. */
export class Preview {
  @YesNoField({ description: 'always: nobody can propose it' }) preview!: true;
  @CodeField() season!: string;
  @OneOfField(SEASON_STATES) state!: SeasonState;
  @InstantField() asOf!: string;
  @PartField(() => CaseDocument) case!: CaseDocument;
  @ObjectField({ nullable: true, description: 'the outcome document; null where no shares come of the books' })
  outcome!: Outcome | null;
  @ShownTextField({ nullable: true, description: 'why no shares come of the books as they are' })
  unshared!: string | null;
  @ShownListField(() => UnfinishedRow, { description: 'to be settled before it closes, or left for a reason' })
  unfinished!: readonly ShownThing[];
}

/** Works a season out as of now, open or not; nothing of it is kept. */
export class PreviewSeason {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly unfinished: ListUnfinished,
    private readonly shares: WorkOutShares,
  ) {}

  async run(tx: Transaction, asked: string): Promise<Preview> {
    const season = found(await this.seasons.find(tx, asked), 'season', asked);
    refuseWithdrawn(season);
    const { code } = season;
    const { document, outcome } = await this.shares.written(tx, season);
    return {
      preview: true,
      season: code,
      state: season.state,
      asOf: tx.now.toISOString(),
      case: document,
      outcome: isRefused(outcome) ? null : outcome,
      unshared: unsharedFor(outcome),
      unfinished: [...(await this.unfinished.run(tx, season)), ...unsharedThing(season, outcome)],
    };
  }
}
