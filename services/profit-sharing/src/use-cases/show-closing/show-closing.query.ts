import {
  CodeField,
  CountField,
  ObjectField,
  OneOfField,
  PartField,
  ShownListField,
  ShownTextField,
  YesNoField,
} from '@ayni/http/fields';
import { found } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import {
  isComplete,
  lackingOf,
  type ClosingPlan,
  type Drop,
  type Lack,
  type Report,
  type Totals,
} from '../../domain/seasons/closing.js';
import { SEASON_STATES, type SeasonState } from '../../domain/seasons/season.js';
import type { SeasonsPort } from '../../domain/seasons/seasons.port.js';
import type { Leave, ShownThing } from '../../domain/seasons/unfinished.js';
import { unsharedThing, UnfinishedRow, type ListUnfinished } from '../list-unfinished/list-unfinished.js';
import { unsharedFor, type WorkOutShares } from '../work-out-shares/work-out-shares.js';

class DroppedEvent implements Drop {
  @ShownTextField() type!: string;
  @ShownTextField({ description: 'whose events stay in order' }) aggregate!: string;
  @ShownTextField({ description: 'why an operator gave it up' }) reason!: string;
}

const SUMS = 'sums of whole numbers by kind of fact and measure; ';
const LEFT_OUT = { optional: true, nullable: false };
const OF_REPORT = { ...LEFT_OUT, description: 'where it has reported' };

/** What a service last reported of its books, or that it has not reported yet. */
class ServiceClosing implements Partial<Report> {
  @ShownTextField() service!: string;
  @YesNoField() reported!: boolean;
  @ObjectField({ ...LEFT_OUT, description: `${SUMS}of what was written there` }) written?: Totals;
  @ObjectField({ ...LEFT_OUT, description: `${SUMS}of what was applied there` }) applied?: Totals;
  @CountField(OF_REPORT) unpublished?: number;
  @CountField(OF_REPORT) parked?: number;
  @CountField(OF_REPORT) waiting?: number;
  @CountField(OF_REPORT) dropped?: number;
  @ShownListField(() => DroppedEvent, {
    ...LEFT_OUT,
    description: 'what an operator dropped; the first hundred',
  })
  drops?: readonly DroppedEvent[];
}

class LackingSum implements Lack {
  @ShownTextField({ description: 'of fact' }) kind!: string;
  @ShownTextField() service!: string;
  @ShownTextField() measure!: string;
  @ShownTextField({ nullable: true, description: 'null where its writer has not said' }) written!: string | null;
  @ShownTextField({ nullable: true }) applied!: string | null;
}

/** Why what is unfinished stays. */
class LeftFor implements Leave {
  @ShownTextField() reason!: string;
  @ShownTextField({ description: 'the user who said so' }) by!: string;
}

/** How far a season's closing is. */
export class Closing {
  @CodeField() season!: string;
  @OneOfField(SEASON_STATES) state!: SeasonState;
  @ShownListField(() => ServiceClosing) services!: readonly ServiceClosing[];
  @ShownListField(() => LackingSum) lacking!: readonly LackingSum[];
  @ShownTextField({ nullable: true, description: 'why no shares come of the books, where that holds the closing up' })
  unshared!: string | null;
  @ShownListField(() => UnfinishedRow, { description: 'of a season that is closed: what was left' })
  unfinished!: readonly ShownThing[];
  @PartField(() => LeftFor, { nullable: true, description: 'null where nobody gave a reason' })
  left!: Leave | null;
}

/** How far a season's closing is: which service lacks how much of which kind. */
export class ShowClosing {
  constructor(
    private readonly seasons: SeasonsPort,
    private readonly shares: WorkOutShares,
    private readonly unfinished: ListUnfinished,
    private readonly plan: ClosingPlan,
  ) {}

  async run(tx: Transaction, asked: string): Promise<Closing> {
    const season = found(await this.seasons.find(tx, asked), 'season', asked);
    const { code } = season;
    const reports = await this.seasons.reports(tx, code);
    // of one that is closing only where nothing else is missing: who waits for it asks often
    const isWorkedOut = season.state === 'open' || (season.state === 'closing' && isComplete(this.plan, reports));
    const worked = isWorkedOut ? (await this.shares.run(tx, season)).worked : undefined;
    return {
      season: code,
      state: season.state,
      services: this.plan.services.map((service) => {
        const report = reports.find((each) => each.service === service);
        return report ? { ...report, reported: true } : { service, reported: false };
      }),
      lacking: lackingOf(this.plan, reports),
      unshared: worked ? unsharedFor(worked) : null,
      unfinished:
        season.state === 'closed'
          ? (season.left?.things ?? [])
          : [...(await this.unfinished.run(tx, season)), ...(worked ? unsharedThing(season, worked) : [])],
      left: season.left && { reason: season.left.reason, by: season.left.by },
    };
  }
}
