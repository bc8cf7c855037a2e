import {
  memberJoined,
  productRegistered,
  seasonClosing,
  seasonOpened,
  unitDefined,
  type BooksReport,
  type DataOf,
} from '@ayni/contracts';
import type { CoopId } from '@ayni/kernel';
import { until } from '@ayni/testing/until';
import { TestService, type Client } from '@ayni/testing-service/service';
import { production } from '../src/index.js';

export const startProduction = (): Promise<TestService> =>
  TestService.start(production, { now: '2026-03-02T12:00:00-04:00' });

const SEASON: DataOf<typeof seasonOpened> = {
  code: '2025',
  name: 'Gestión 2025',
  from: '2025-07-01',
  until: '2026-07-01',
};

/** A day of the season, and its noon on the co-op's clocks. */
export const DAY = '2025-08-04';
export const NOON = `${DAY}T12:00:00-04:00`;

/** A co-op that this service has heard all of that it needs: products, two members, a season; one greenhouse is entered. */
export class Farm {
  private constructor(
    readonly service: TestService,
    readonly coop: CoopId,
    /** A manager who is no member. */
    readonly manager: Client,
    /** A manager who is member 008. */
    readonly berta: Client,
    /** Member 007, without an office. */
    readonly eva: Client,
  ) {}

  static async of(service: TestService): Promise<Farm> {
    const coop = await service.coop();
    await service.hear(coop, (tx) => {
      tx.publish(productRegistered, 'product/LETTUCE', 1, { code: 'LETTUCE', name: 'Lechuga', stockUnit: 'piece' });
      tx.publish(productRegistered, 'product/SPINACH', 1, { code: 'SPINACH', name: 'Espinaca', stockUnit: 'g' });
      const units = [
        ['LETTUCE', 'piece', '1'],
        ['LETTUCE', 'amarro', '12'],
        ['SPINACH', 'kg', '1000'],
      ] as const;
      units.forEach(([product, unit, factor], i) =>
        tx.publish(unitDefined, `product/${product}`, i + 2, { product, unit, factor, validFrom: '2025-06-01' }),
      );
      for (const number of ['007', '008'])
        tx.publish(memberJoined, `member/${number}`, 1, {
          number,
          givenNames: 'Eva',
          surnames: `Mamani ${number}`,
          household: 'F01',
          joinedOn: number === '007' ? '2020-01-01' : '2026-06-01',
        });
      tx.publish(seasonOpened, 'season/2025', 1, SEASON);
    });
    const farm = new Farm(
      service,
      coop,
      await service.signIn(coop, { user: 'ana', roles: ['manager'] }),
      await service.signIn(coop, { user: 'berta', roles: ['manager', 'member'], member: '008' }),
      await service.signIn(coop, { user: 'eva', roles: ['member'], member: '007' }),
    );
    const greenhouse = { code: 'G1', name: 'Carpa solar 1', kind: 'greenhouse', areaM2: '96' };
    await farm.manager.post('/structures', { rows: [greenhouse] }).expect(201);
    return farm;
  }

  closeSeason(): Promise<void> {
    return this.service.hear(this.coop, (tx) => tx.publish(seasonClosing, 'season/2025', 2, SEASON));
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

  async told(): Promise<string[]> {
    const told = await this.service.told(this.coop);
    return told.map(({ type, aggregate, seq }) => `${type.split('.')[2]} ${aggregate} ${seq}`);
  }

  /** How many rows the co-op has in a table. */
  async count(table: 'structures' | 'harvests' | 'work' | 'work_confirmations' | 'care' | 'commands'): Promise<number> {
    const { rows } = await this.service.sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${table} WHERE coop_id = $1`,
      [this.coop],
    );
    return rows[0]?.n ?? 0;
  }
}

export const harvest = (code: string, more: object = {}): object => ({
  code,
  harvestedAt: NOON,
  structure: 'G1',
  product: 'LETTUCE',
  quantity: '117',
  unit: 'piece',
  homeUse: '4',
  ...more,
});

export const work = (code: string, more: object = {}): object => ({
  code,
  workedOn: DAY,
  member: '007',
  activity: 'sowing',
  minutes: 240,
  structure: 'G1',
  ...more,
});

export const care = (code: string, more: object = {}): object => ({
  code,
  workedOn: DAY,
  member: '007',
  activity: 'cooking for the work party',
  minutes: 90,
  ...more,
});
