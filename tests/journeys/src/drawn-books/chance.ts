/** Numbers that look like chance and are the same for the same seed. */
export class Chance {
  constructor(private state: number) {}

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    this.state = (this.state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return least + Math.floor((this.state / 2_147_483_648) * (most - least + 1));
  }

  is(percent: number): boolean {
    return this.between(1, 100) <= percent;
  }

  one<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[this.between(0, items.length - 1)] ?? items[0];
  }

  some<Item>(items: readonly Item[], least: number, most: number): Item[] {
    const left = [...items];
    const count = this.between(least, most);
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(this.between(0, left.length - 1), 1),
    ).flat();
  }

  percent(most: number): string {
    return (this.between(0, most * 100) / 100).toFixed(2);
  }
}
