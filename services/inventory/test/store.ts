import {
  harvestRecorded,
  harvestReversed,
  memberJoined,
  saleRecorded,
  saleReversed,
  seasonClosing,
  seasonOpened,
  type DataOf,
} from '@ayni/contracts';
import { formatAmount, type CoopId } from '@ayni/kernel';
import { TestService, type Client } from '@ayni/testing-service/service';
import { inventory } from '../src/index.js';

export const NOW = '2025-12-31T12:00:00-04:00';

type SaleLine = readonly [product: string, quantity: number];

/** What is listed of a lot, a shortage or a movement; each test reads what it is about. */
export type Item = Readonly<Record<string, unknown>>;

/** A co-op's store as its manager and the other services see it: everything in pieces or grams. */
export class TestStore {
  private constructor(
    readonly service: TestService,
    readonly coop: CoopId,
    readonly manager: Client,
  ) {}

  static start(): Promise<TestService> {
    return TestService.start(inventory, { now: NOW });
  }

  /** A co-op with lettuce (counted, keeps 5 days) and quinoa (weighed, does not spoil), and a member 017. */
  static async open(service: TestService): Promise<TestStore> {
    const coop = await service.coop();
    const manager = await service.signIn(coop, { user: 'marta', roles: ['manager'] });
    const store = new TestStore(service, coop, manager);
    await manager
      .post('/products', {
        rows: [
          { code: 'LETTUCE', name: 'Lechuga', stockUnit: 'piece', shelfLifeDays: 5 },
          { code: 'QUINOA', name: 'Quinua', stockUnit: 'g' },
        ],
      })
      .expect(201);
    await manager
      .post('/units', {
        rows: [
          { product: 'LETTUCE', unit: 'piece', factor: '1', validFrom: '2025-01-01' },
          { product: 'LETTUCE', unit: 'amarro', factor: '12', validFrom: '2025-01-01' },
          { product: 'QUINOA', unit: 'g', factor: '1', validFrom: '2025-01-01' },
          { product: 'QUINOA', unit: 'arroba', factor: '11500', validFrom: '2025-01-01' },
        ],
      })
      .expect(201);
    const names = { givenNames: 'Juana', surnames: 'Mamani' };
    await service.hear(coop, (tx) =>
      tx.publish(memberJoined, 'member/017', 1, {
        number: '017',
        ...names,
        household: 'H1',
        joinedOn: '2020-01-01',
      }),
    );
    return store;
  }

  harvest(code: string, day: string, product: string, quantity: number, homeUse = 0): Promise<void> {
    return this.service.hear(this.coop, (tx) =>
      tx.publish(harvestRecorded, `harvest/${code}`, 1, harvestData(code, day, product, quantity, homeUse)),
    );
  }

  reverseHarvest(code: string, day: string, product: string, quantity: number, homeUse = 0): Promise<void> {
    const data = { ...harvestData(code, day, product, quantity, homeUse), reason: 'counted twice' };
    return this.service.hear(this.coop, (tx) => tx.publish(harvestReversed, `harvest/${code}`, 2, data));
  }

  /** Sells lines at 1.00 each. */
  sell(receipt: string, day: string, ...lines: SaleLine[]): Promise<void> {
    return this.service.hear(this.coop, (tx) =>
      tx.publish(saleRecorded, `sale/${receipt}`, 1, saleData(receipt, day, lines)),
    );
  }

  reverseSale(receipt: string, day: string, ...lines: SaleLine[]): Promise<void> {
    const data = { ...saleData(receipt, day, lines), reason: 'never paid' };
    return this.service.hear(this.coop, (tx) => tx.publish(saleReversed, `sale/${receipt}`, 2, data));
  }

  /** A season of the year 2025 that is closing: its doors are shut. */
  async shut2025(): Promise<void> {
    const season = { code: '2025', name: '2025', from: '2025-01-01', until: '2026-01-01' };
    await this.service.hear(this.coop, (tx) => tx.publish(seasonOpened, 'season/2025', 1, season));
    await this.service.hear(this.coop, (tx) => tx.publish(seasonClosing, 'season/2025', 2, season));
  }

  async stock(product: string, on?: string): Promise<Item> {
    const { body } = await this.manager.get(on === undefined ? '/stock' : `/stock?on=${on}`).expect(200);
    const found = items(body).find((item) => item['product'] === product);
    if (!found) throw new Error(`no stock of ${product}`);
    return found;
  }

  async list(path: string): Promise<Item[]> {
    return items((await this.manager.get(path).expect(200)).body);
  }

  /** What remains in each lot, by code. */
  async remaining(query = ''): Promise<Record<string, unknown>> {
    return Object.fromEntries((await this.list(`/lots${query}`)).map((lot) => [lot['code'], lot['remaining']]));
  }
}

const items = (body: unknown): Item[] => (body as { items: Item[] }).items;

export const delivery = (code: string, day: string, quantity: string, more: object = {}): object => ({
  code,
  deliveredAt: `${day}T10:00:00-04:00`,
  member: '017',
  product: 'QUINOA',
  quantity,
  unit: 'g',
  unitPrice: '0.02',
  ...more,
});

export const loss = (code: string, day: string, quantity: string, more: object = {}): object => ({
  code,
  lostAt: `${day}T11:00:00-04:00`,
  counted: true,
  product: 'LETTUCE',
  quantity,
  unit: 'piece',
  reason: 'spoiled',
  ...more,
});

const unitOf = (product: string): 'g' | 'piece' => (product === 'LETTUCE' ? 'piece' : 'g');

const harvestData = (
  code: string,
  day: string,
  product: string,
  quantity: number,
  homeUse: number,
): DataOf<typeof harvestRecorded> => ({
  code,
  harvestedAt: `${day}T12:00:00.000Z`,
  day,
  structure: 'G1',
  product,
  quantity: String(quantity),
  unit: unitOf(product),
  stockUnit: unitOf(product),
  stockQuantity: String(quantity),
  homeUse: String(homeUse),
});

const saleData = (receipt: string, day: string, lines: readonly SaleLine[]): DataOf<typeof saleRecorded> => ({
  receipt,
  soldAt: `${day}T18:00:00.000Z`,
  day,
  market: 'Viacha',
  payment: 'cash',
  currency: 'BOB',
  total: formatAmount(
    lines.reduce((sum, [, quantity]) => sum + BigInt(quantity) * 100n, 0n),
    2,
  ),
  lines: lines.map(([product, quantity], i) => ({
    line: i + 1,
    product,
    quantity: String(quantity),
    unit: unitOf(product),
    stockUnit: unitOf(product),
    stockQuantity: String(quantity),
    unitPrice: '1.00',
    amount: formatAmount(BigInt(quantity) * 100n, 2),
  })),
});
