import type { Bench } from '../row.js';
import { Product } from '../machine/product.js';
import type { Processor } from '../machine/processes.js';
import { Bare } from './bare.js';
import { receipts, together, upTo } from './clients.js';
import { Stall, type SaleCommand } from './stall.js';

const WARM = 1_000;
const TOP = 30;

/** How many sales there were, and how many a second: until the last was answered, and until all were applied. */
export type Sold = { readonly count: number; readonly accepted: number; readonly applied: number };

/** A system with a stall that sells, and the bare database beside it. */
export class Market {
  private readonly sold = receipts('P');
  private readonly written = receipts('B');
  private watched: { from: bigint; to: bigint; sales: number; processor: Map<string, number> } | undefined;

  private constructor(
    readonly stall: Stall,
    private readonly product: Product,
    private readonly bare: Bare,
  ) {}

  /** Runs `work` at a market that is set up and warm, and takes all of it down again. */
  static async during<Result>(bench: Bench, work: (market: Market) => Promise<Result>): Promise<Result> {
    const product = await Product.start(await bench.folder(), bench.env, bench.profile);
    let market: Market | undefined;
    try {
      const stall = await Stall.open(product);
      const sample = 'S000000000';
      await stall.sell(sample);
      market = new Market(stall, product, await Bare.open(product.folder, stall.coop, sample));
      await market.sell(upTo(WARM));
      await market.write(WARM);
      return await work(market);
    } finally {
      await market?.bare.close();
      market?.stall.close();
      const profile = await product.stop();
      const watched = market?.watched;
      if (profile && watched) {
        const each = [...watched.processor].map(
          ([command, seconds]) => `${command} ${((seconds / watched.sales) * 1000).toFixed(2)} ms`,
        );
        bench.say(`processor time per sale: ${each.join(', ')}`);
        for (const line of profile.top(watched.from, watched.to, TOP)) bench.say(line);
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
    return this.watch(async () => {
      const began = performance.now();
      const last = new Map<number, SaleCommand>();
      const { count, seconds } = await together(more, async (_, client) => {
        last.set(client, await this.stall.sell(this.sold()));
      });
      // consumers apply in the order of the log: with the last sale of each client all before it are applied
      await Promise.all([...last.values()].map((sale) => this.stall.applied(sale)));
      return { count, accepted: count / seconds, applied: count / ((performance.now() - began) / 1000) };
    });
  }

  /** Writes the rows of `count` receipts straight to the database. @returns receipts per second */
  async write(count: number): Promise<number> {
    const { seconds } = await together(upTo(count), (_, client) => this.bare.sell(this.written(), client));
    return count / seconds;
  }

  /** Notes when the product was sold with and the processor time that it took, for the profile. */
  async watch<Result extends { count: number }>(work: () => Promise<Result>): Promise<Result> {
    const from = process.hrtime.bigint();
    const before = await this.product.processorTime();
    const own = process.cpuUsage();
    const result = await work();
    const used = process.cpuUsage(own);
    const processor = difference(await this.product.processorTime(), before);
    processor.set('bench', (used.user + used.system) / 1e6);
    this.watched = { from, to: process.hrtime.bigint(), sales: result.count, processor };
    return result;
  }
}

function difference(after: Processor, before: Processor): Map<string, number> {
  return new Map([...after].map(([command, seconds]) => [command, seconds - (before.get(command) ?? 0)]));
}
