import {
  productRegistered,
  booksCounted,
  seasonChanged,
  seasonChanging,
  seasonClosing,
  seasonWithdrawn,
  type BooksCount,
  seasonOpened,
  unitDefined,
  type BooksReport,
  type DataOf,
} from '@ayni/contracts';
import type { CoopId } from '@ayni/kernel';
import { until } from '@ayni/testing/until';
import { TestService, type Client } from '@ayni/testing-service/service';
import { sales } from '../src/index.js';

const SEASON: DataOf<typeof seasonOpened> = {
  code: '2025',
  name: 'Gestión 2025',
  from: '2025-07-01',
  until: '2026-07-01',
};

/** The last minutes of the season and the first of the next, on clocks of La Paz. */
export const LAST_MINUTES = '2026-06-30T23:58:00-04:00';
export const FIRST_MINUTES = '2026-07-01T00:02:00-04:00';

/** A co-op's stall that knows a market and what it sells: lettuce by the piece or the amarro, quinoa by weight. */
export class Stall {
  private constructor(
    readonly service: TestService,
    readonly coop: CoopId,
    readonly manager: Client,
  ) {}

  static start(): Promise<TestService> {
    return TestService.start(sales, { now: '2026-07-02T12:00:00-04:00' });
  }

  static async open(service: TestService, timezone?: string, currency?: string): Promise<Stall> {
    const coop = await service.coop(timezone, currency);
    await service.hear(coop, (tx) => {
      tx.publish(productRegistered, 'product/LETTUCE', 1, { code: 'LETTUCE', name: 'Lechuga', stockUnit: 'piece' });
      tx.publish(productRegistered, 'product/QUINOA', 1, { code: 'QUINOA', name: 'Quinua', stockUnit: 'g' });
      const units = [
        ['LETTUCE', 'piece', '1', '2025-06-01'],
        ['LETTUCE', 'amarro', '12', '2025-06-01'],
        ['LETTUCE', 'amarro', '10', '2026-07-01'],
        ['QUINOA', 'kg', '1000', '2025-06-01'],
        ['QUINOA', 'arroba', '11500', '2025-06-01'],
      ] as const;
      units.forEach(([product, unit, factor, validFrom], i) =>
        tx.publish(unitDefined, `product/${product}`, i + 2, { product, unit, factor, validFrom }),
      );
      tx.publish(seasonOpened, 'season/2025', 1, SEASON);
    });
    const stall = new Stall(service, coop, await service.signIn(coop, { user: 'ana', roles: ['manager'] }));
    await stall.manager.post('/markets', { rows: [{ name: 'Viacha' }, { name: 'El Alto' }] }).expect(201);
    return stall;
  }

  closeSeason(): Promise<void> {
    return this.service.hear(this.coop, (tx) => tx.publish(seasonClosing, 'season/2025', 2, SEASON));
  }

  /** Has the service asked which facts lie on the days of the season. */
  askAboutSeason(): Promise<void> {
    const asked = [{ from: SEASON.from, until: SEASON.until }];
    return this.service.hear(this.coop, (tx) => tx.publish(seasonChanging, 'season/2025', 2, { ...SEASON, asked }));
  }

  /** Has the season end sooner. */
  changeSeason(until: string): Promise<void> {
    return this.service.hear(this.coop, (tx) => tx.publish(seasonChanged, 'season/2025', 3, { ...SEASON, until }));
  }

  withdrawSeason(): Promise<void> {
    const reason = 'opened twice';
    return this.service.hear(this.coop, (tx) => tx.publish(seasonWithdrawn, 'season/2025', 4, { ...SEASON, reason }));
  }

  /** What the service said to the question about its season. */
  async counted(): Promise<BooksCount | undefined> {
    const { rows } = await this.service.sql.query<{ data: BooksCount }>(
      'SELECT data FROM outbox WHERE coop_id = $1 AND type = $2',
      [this.coop, booksCounted.sales.type],
    );
    return rows[0]?.data;
  }

  /** What the service reported last of the season that is closing, once everything is handed on. */
  books(): Promise<BooksReport> {
    return until(async (see) => {
      const { rows } = await this.service.sql.query<{ data: BooksReport }>(
        `SELECT data FROM outbox WHERE coop_id = $1 AND aggregate = 'books/2025' ORDER BY seq DESC LIMIT 1`,
        [this.coop],
      );
      const data = see(rows[0]?.data);
      return data?.unpublished === 0 ? data : undefined;
    });
  }

  /** All that the service reported of the season that is closing, first to last. */
  async reports(): Promise<BooksReport[]> {
    await this.books();
    const { rows } = await this.service.sql.query<{ data: BooksReport }>(
      `SELECT data FROM outbox WHERE coop_id = $1 AND aggregate = 'books/2025' ORDER BY seq`,
      [this.coop],
    );
    return rows.map(({ data }) => data);
  }

  async told(): Promise<string[]> {
    const told = await this.service.told(this.coop);
    return told.map(({ type, aggregate, seq }) => `${type.split('.')[2]} ${aggregate} ${seq}`);
  }

  /** How many receipts, lines, reversals and commands the co-op has. */
  async rows(): Promise<Record<string, number>> {
    const { rows } = await this.service.sql.query<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM sales WHERE coop_id = $1) AS receipts,
         (SELECT count(*)::int FROM sale_lines WHERE coop_id = $1) AS lines,
         (SELECT count(*)::int FROM reversals WHERE coop_id = $1) AS reversals,
         (SELECT count(*)::int FROM commands WHERE coop_id = $1) AS commands`,
      [this.coop],
    );
    return rows[0] ?? {};
  }
}

export const line = (more: object = {}): object => ({
  product: 'LETTUCE',
  quantity: '3',
  unit: 'piece',
  unitPrice: '2.50',
  ...more,
});

/** Three heads of lettuce for 7.50 on 4 August 2025. */
export const receipt = (number: string, more: object = {}): object => ({
  receipt: number,
  soldAt: '2025-08-04T10:30:00-04:00',
  market: 'Viacha',
  payment: 'cash',
  lines: [line()],
  ...more,
});
