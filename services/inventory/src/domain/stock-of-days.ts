import { Refusal, type Day, type Measured } from '@ayni/kernel';

/** What the store held of a product at the end of a day, in stock units; below zero where it was short. */
export type DayStock = { readonly product: string; readonly day: Day; readonly quantity: bigint };

type Lost = Measured & { readonly product: string; readonly day: Day };

/** What may be lost on days: what the store held then, less what a load has lost of it so far. */
export class StockOfDays {
  private readonly lost: Lost[] = [];

  constructor(private readonly held: readonly DayStock[]) {}

  /** @throws Refusal `more-than-there-is` */
  lose(loss: Lost, pointer: string): void {
    const { product, day, stockUnit, stockQuantity: quantity } = loss;
    const held = this.held.find((stock) => stock.product === product && stock.day === day)?.quantity ?? 0n;
    const before = this.lost.filter((other) => other.product === product && other.day <= day);
    const there = before.reduce((left, other) => left - other.stockQuantity, held);
    if (quantity > there)
      throw new Refusal('more-than-there-is', pointer, {
        ...{ product, day, stockUnit, quantity: quantity.toString() },
        there: (there > 0n ? there : 0n).toString(),
      });
    this.lost.push(loss);
  }
}
