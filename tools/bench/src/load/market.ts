import type { Bench } from '../row.js';
import { usedBetween } from '../machine/processes.js';
import { Product } from '../machine/product.js';
import { Bare } from './bare.js';
import { receipts, together, upTo } from './clients.js';
import { Stall, type SaleCommand } from './stall.js';

const WARM = 5_000;
const TOP = 30;

/** How many sales there were, and how many a second: until the last was answered, and until all were applied. */
export type Sold = { readonly count: number; readonly accepted: number; readonly applied: number };

/** A system with a stall that sells, and the bare database beside it. */
export class Market {
  private readonly sold = receipts('P');
  private readonly written = receipts('B');
  /** When the product last sold. */
  private selling = { from: 0n, to: 0n };

  private constructor(
    readonly stall: Stall,
    private readonly product: Product,
    private readonly bare: Bare,
    private readonly bench: Bench,
  ) {}

  /** Runs `work` at a market that is set up and warm, and takes all of it down again. */
  static async during<Result>(bench: Bench, work: (market: Market) => Promise<Result>): Promise<Result> {
    const product = await Product.start(await bench.folder(), bench.env, bench.carrier, bench.profile);
    let market: Market | undefined;
    try {
      const stall = await Stall.open(product);
      const sample = 'S000000000';
      await stall.sell(sample);
      market = new Market(stall, product, await Bare.open(product.folder, stall.coop, sample), bench);
      await market.sell(upTo(WARM));
      await market.write(WARM);
      return await work(market);
    } finally {
      await market?.bare.close();
      market?.stall.close();
      const profile = await product.stop();
      if (profile && market) {
        const { from, to } = market.selling;
        for (const line of profile.top(from, to, TOP)) bench.say(line);
      }
    }
  }

  /** The number of the next receipt. */
  receipt(): string {
    return this.sold();
  }

  /**
   * Sells with all clients while `more` says so, and then waits until inventory has issued the stock of every sale and
   * profit-sharing has posted it.
   */
  async sell(more: (begun: number) => boolean): Promise<Sold> {
    await this.stall.signIn();
    return this.watchSelling(async () => {
      const began = performance.now();
      const last = new Map<number, SaleCommand>();
      const { count, seconds } = await together(more, async (_, client) => {
        last.set(client, await this.stall.sell(this.sold()));
      });
      // on the laptop consumers apply in the order of the log: with the last sale of each client all before it are
      // applied; over Kafka only those of its partition are
      await Promise.all([...last.values()].map((sale) => this.stall.applied(sale)));
      if (this.bench.carrier === 'kafka') await this.bare.allApplied();
      return { count, accepted: count / seconds, applied: count / ((performance.now() - began) / 1000) };
    });
  }

  /** Writes the rows of `count` receipts straight to the database. @returns receipts per second */
  async write(count: number): Promise<number> {
    const { seconds } = await this.watch('a bare receipt', () =>
      together(upTo(count), (_, client) => this.bare.sell(this.written(), client)),
    );
    return count / seconds;
  }

  /** For the profile: notes when `work` sold, and tells the processor time of a sale. */
  async watchSelling<Result extends { count: number }>(work: () => Promise<Result>): Promise<Result> {
    const from = process.hrtime.bigint();
    const result = await this.watch('a sale', work);
    this.selling = { from, to: process.hrtime.bigint() };
    return result;
  }

  private async watch<Result extends { count: number }>(what: string, work: () => Promise<Result>): Promise<Result> {
    if (!this.bench.profile) return work();
    const before = await this.product.workers();
    const own = process.cpuUsage();
    const result = await work();
    const { user, system } = process.cpuUsage(own);
    const used = usedBetween(before, await this.product.workers());
    const each = [...used.set('bench', (user + system) / 1e6)]
      .map(([name, seconds]): [string, number] => [name, (seconds / result.count) * 1000])
      .filter(([, milliseconds]) => milliseconds >= 0.005)
      .sort(([, a], [, b]) => b - a);
    const all = each.reduce((sum, [, milliseconds]) => sum + milliseconds, 0);
    const parts = each.map(([name, milliseconds]) => `${name} ${milliseconds.toFixed(2)}`);
    this.bench.say(`processor time of ${what}: ${all.toFixed(2)} ms: ${parts.join(', ')}`);
    return result;
  }
}
