import { isRefused } from '@ayni/distribution';
import { CountField, OneOfField, ShownTextField } from '@ayni/http/fields';
import { Refusal, Refusals, type RefusalCode } from '@ayni/kernel';
import type { Transaction } from '@ayni/database/transaction';
import type { CoopDirectory } from '@ayni/reference-data/coops/coop-directory';
import type { Season } from '../../domain/seasons/season.js';
import {
  MAY_STAY,
  shownThings,
  toBeReasoned,
  type MayStay,
  type ShownThing,
  type UnfinishedPlan,
} from '../../domain/seasons/unfinished.js';
import type { UnfinishedPort } from '../../domain/seasons/unfinished.port.js';

/** Something of a season that is still to be settled. */
export class UnfinishedRow implements ShownThing {
  @ShownTextField({ description: 'such as `unconfirmed-work`, `shortage`, `uncollected-credit` or `no-season`' })
  kind!: RefusalCode;
  @ShownTextField({ description: 'in whose books it is' }) service!: string;
  @ShownTextField({ description: 'whose, or of what: a member, a product, a market, a grant, a kind of fact' })
  of!: string;
  @ShownTextField({ nullable: true, description: 'of the facts, where they are of one day' }) day!: string | null;
  @CountField() records!: number;
  @ShownTextField({ description: 'what they come to: minutes, stock units or an amount' }) sum!: string;
  @ShownTextField({ nullable: true, description: 'of the sum: min, g, piece, or null for an amount' })
  unit!: string | null;
  @OneOfField(MAY_STAY, { description: 'when the season closes' }) mayStay!: MayStay;
  @ShownTextField({ description: 'where it is settled' }) settledAt!: string;
}

/** Lists what is unfinished of a season, as previews and closings show it. */
export class ListUnfinished {
  constructor(
    private readonly coops: CoopDirectory,
    private readonly unfinished: UnfinishedPort,
    private readonly plan: UnfinishedPlan,
  ) {}

  async run(tx: Transaction, season: Season): Promise<readonly ShownThing[]> {
    const { places } = await this.coops.get(tx);
    return shownThings(await this.unfinished.of(tx, season), this.plan, places);
  }
}

/** That no shares come of the books, as an unfinished thing; nothing where they do. */
export function unsharedThing({ code }: Season, outcome: object): readonly ShownThing[] {
  if (!isRefused(outcome)) return [];
  const kind = outcome.code === 'basis-without-entries' ? outcome.code : 'shares-refused';
  return [
    {
      ...{ kind, service: 'profit-sharing', of: outcome.basis ?? code, day: null, records: 0 },
      ...{ sum: outcome.pool ?? '0', unit: null, mayStay: 'never' },
      settledAt: `/api/profit-sharing/v1/seasons/${encodeURIComponent(code)}/rules`,
    },
  ];
}

/** @throws Refusals `season-unfinished`, and what it is that takes a reason, each by its kind */
export function refuseUnreasoned({ code }: Season, things: readonly ShownThing[]): void {
  const left = toBeReasoned(things);
  if (left.length === 0) return;
  const whole = new Refusal('season-unfinished', '/reason', { season: code, count: String(left.length) });
  throw new Refusals([
    whole,
    ...left.map(({ kind, of, day, records, sum, unit, settledAt }) => {
      const counted = { records: String(records), sum, unit: unit ?? '' };
      return new Refusal(kind, '/reason', { of, day: day ?? '', ...counted, at: settledAt });
    }),
  ]);
}
