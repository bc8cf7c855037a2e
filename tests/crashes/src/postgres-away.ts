import { setTimeout as pause } from 'node:timers/promises';
import { until } from '@ayni/testing/until';
import { startPostgres, type PostgresServer } from '@ayni/testing-systems/servers';
import { saleOf, type Market } from './market.js';

const SELLERS = 8;
/** Not so many seconds: a fast machine would be done before the first stop, a slow one sell nothing between two. */
const SALES_BETWEEN_STOPS = 250;
const DOWN_MS = 1_000;

/** A PostgreSQL that is stopped and started again, always on the same folder. */
export class RestartedPostgres {
  private constructor(
    private readonly folder: string,
    private server: PostgresServer,
  ) {}

  static async start(folder: string): Promise<RestartedPostgres> {
    return new RestartedPostgres(folder, await startOn(folder));
  }

  get url(): string {
    return this.server.url('postgres', 'postgres');
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  /** Stops and starts it again and again while a market sells so much. */
  async restartDuring(market: Market, sales: number): Promise<void> {
    let next = 0;
    const sell = async (): Promise<void> => {
      for (let n = next++; n < sales; n = next++) await market.sell(saleOf(`P-${n}`, n));
    };
    const before = market.sold.size;
    const stopAndStart = async (): Promise<void> => {
      for (let sold = SALES_BETWEEN_STOPS; sold < sales; sold += SALES_BETWEEN_STOPS) {
        await until((see) => see(market.sold.size) - before >= sold);
        await this.stop();
        await pause(DOWN_MS);
        this.server = await startOn(this.folder);
      }
    };
    await Promise.all([stopAndStart(), ...Array.from({ length: SELLERS }, sell)]);
  }
}

const startOn = (folder: string): Promise<PostgresServer> =>
  startPostgres({ folder, durable: true, onNotice: () => undefined });
