import { stockQuantity, type Day, type Instant, type StockQuantity } from '@ayni/kernel';
import { byText } from './order.js';

/** A lot of which something is left. */
export type OpenLot = {
  readonly code: string;
  readonly product: string;
  readonly day: Day;
  readonly receivedAt: Instant;
  /** The last day on which it keeps; null where it does not spoil. */
  readonly expiresOn: Day | null;
  readonly remaining: StockQuantity;
};

/** What was taken from a lot, on the first day on which the lot and its taker were there. */
export type LotPart = { readonly lot: string; readonly day: Day; readonly quantity: StockQuantity };

type Held = { readonly lot: OpenLot; left: bigint };

/** The lots of one product: what expires first is taken first, then what arrived first. */
export class Shelf {
  private held: Held[];

  constructor(lots: readonly OpenLot[]) {
    this.held = lots.toSorted(inOrderOfUse).map((lot) => ({ lot, left: lot.remaining }));
  }

  /** Takes as much of a quantity as there is. */
  take(day: Day, quantity: StockQuantity): readonly LotPart[] {
    const parts: LotPart[] = [];
    let lacking: bigint = quantity;
    for (const held of this.for(day)) {
      const part = held.left < lacking ? held.left : lacking;
      const { lot } = held;
      parts.push({ lot: lot.code, day: lot.day > day ? lot.day : day, quantity: stockQuantity(part) });
      held.left -= part;
      lacking -= part;
      if (lacking === 0n) break;
    }
    if (parts.length > 1 || lacking > 0n) this.held = this.held.filter(({ left }) => left > 0n);
    return parts;
  }

  /** What keeps on that day, then what had expired by then, then what came after it in the order of its coming. */
  private *for(day: Day): Generator<Held> {
    const expired: Held[] = [];
    const coming: Held[] = [];
    for (const held of this.held)
      if (held.left === 0n) continue;
      else if (held.lot.day > day) coming.push(held);
      else if (held.lot.expiresOn !== null && held.lot.expiresOn < day) expired.push(held);
      else yield held;
    yield* expired;
    yield* coming.sort((a, b) => byText(a.lot.day, b.lot.day));
  }
}

const NEVER = '9999-12-31';

const inOrderOfUse = (a: OpenLot, b: OpenLot): number =>
  byText(a.expiresOn ?? NEVER, b.expiresOn ?? NEVER) || byText(a.receivedAt, b.receivedAt) || byText(a.code, b.code);
