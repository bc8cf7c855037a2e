import { dayIn, placesOf, Refusal, type CoopId, type Currency, type Day, type Instant, type Zone } from '@ayni/kernel';
import { statement } from '@ayni/database/statement';
import type { Transaction } from '@ayni/database/transaction';

export type Coop = {
  readonly code: string;
  readonly name: string;
  readonly currency: Currency;
  readonly timezone: Zone;
  /** How many the amounts of its books have: those of the currency, but in some books of older releases. */
  readonly places: number;
};

const find = statement(
  'find co-op',
  `SELECT code, name, currency, timezone, places FROM coops WHERE coop_id = current_setting('app.coop')::uuid`,
);

/** What a service knows of the co-ops; a co-op's currency and zone never change, so they are read once. */
export class CoopDirectory {
  private readonly known = new Map<CoopId, Coop>();

  /** @returns nothing where the co-op's registration has not arrived yet */
  async find(tx: Transaction): Promise<Coop | undefined> {
    const known = this.known.get(tx.coop);
    if (known) return known;
    const [coop] = await tx.query<Coop>(find);
    if (coop) this.known.set(tx.coop, coop);
    return coop;
  }

  /** The code of a co-op that was looked for before. */
  codeOf(coop: CoopId): string | undefined {
    return this.known.get(coop)?.code;
  }

  /** @throws Refusal `not-ready`: somebody signed in for it, so its registration is on its way */
  async get(tx: Transaction): Promise<Coop> {
    const coop = await this.find(tx);
    if (!coop) throw new Refusal('not-ready');
    return coop;
  }

  /** The day that it is in the co-op's zone. @throws Refusal `not-ready` */
  async today(tx: Transaction): Promise<Day> {
    return todayOf(await this.get(tx), tx.now);
  }
}

/**
 * Older releases kept every currency with two places; such books take nothing new where that could not be mended.
 * @throws Refusal `books-of-other-places`
 */
export function refuseOtherPlaces({ currency, places: kept }: Pick<Coop, 'currency' | 'places'>): void {
  const places = placesOf(currency);
  if (kept !== places)
    throw new Refusal('books-of-other-places', '', { currency, kept: String(kept), places: String(places) });
}

const todayOf = ({ timezone }: Coop, now: Date): Day => dayIn(timezone, now.toISOString() as Instant);

/** @throws Refusal `day-in-future` where the day has not begun in the co-op's zone */
export function refuseFuture(coop: Coop, day: Day, now: Date, pointer = ''): void {
  if (day > todayOf(coop, now)) throw new Refusal('day-in-future', pointer, { day });
}
